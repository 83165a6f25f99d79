/// The headline's reading under every set of choices.
enum ReadingsFigure {
  static func draft(_ index: BriefIndex) -> FigureDraft? {
    let readings = index.report.robustness
    guard !readings.isEmpty else { return nil }
    let headline = index.report.headline.reading
    let tally = tally(readings, headline: headline)
    let standing = readings.count { $0.reading == headline }
    let sure = index.report.answers.first { $0.id == "sure" }
    return FigureDraft(
      id: "readings",
      title: "\(Wording.quoted(Wording.capitalised(words(headline)))) stands in "
        + Wording.share(standing, of: readings.count, "analysis", "analyses"),
      howToRead: "Every combination of the reasonable choices gives a reading; the dark bar is the "
        + "one in the headline. The combinations are chosen, not drawn: the shares are no "
        + "probabilities.",
      body: page(tally, readings.count), folded: folded(index, readings, headline),
      plate: plate(tally, readings.count), table: table(readings),
      sample: Wording.count(readings.count, "analysis", "analyses") + ".",
      interval: "none: analyses are counted.",
      source: index.sourceLine(sure?.evidence ?? [], otherwise: "the series of the case."),
      evidence: sure?.evidence ?? [])
  }

  typealias Tally = [(reading: String, count: Int, isHeadline: Bool)]

  /// `all-legs` as it is read.
  static func words(_ reading: String) -> String {
    switch reading {
    case "all-legs": "all legs"
    case "two-legs": "two legs"
    case "one-leg": "one leg"
    case "no-leg": "no leg"
    case "not-measured": "not measured"
    default: reading.replacing("-", with: " ")
    }
  }

  /// The most frequent first.
  static func tally(_ readings: [BriefReport.ReadingReport], headline: String) -> Tally {
    var counts: [String: Int] = [headline: 0]
    for reading in readings { counts[reading.reading, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key, $0.value, $0.key == headline) }
  }

  private static func bar(_ share: Double, isHeadline: Bool) -> Markup {
    .group([
      Drawing.line("ax", x1: "0", x2: "100%", y1: 10, y2: 10),
      el(
        .rect, .class(isHeadline ? "bark" : "bar"), .set("x", "0"), .set("y", "3"),
        .set("width", Drawing.percent(share)), .set("height", "14")),
    ])
  }

  private static func page(_ tally: Tally, _ total: Int) -> Markup {
    el(.table, .class("led tight bars")) {
      el(.thead) {
        el(.tr) {
          for head in ["Reading", "Share of the analyses", "Analyses"] {
            el(.th, .set("scope", "col")) { head }
          }
        }
      }
      el(.tbody) {
        for entry in tally {
          el(.tr) {
            el(.th, .set("scope", "row")) {
              if entry.isHeadline {
                el(.b) { Wording.capitalised(words(entry.reading)) }
              } else {
                Wording.capitalised(words(entry.reading))
              }
            }
            el(.td) {
              el(
                .svg, .class("fl"), .set("height", "20"), .set("role", "img"),
                .label(Wording.share(entry.count, of: total, "analysis", "analyses"))
              ) { bar(Double(entry.count) / Double(total), isHeadline: entry.isHeadline) }
            }
            el(.td, .class("num nr"), .set("data-l", "Analyses")) {
              "\(entry.count) of \(total)"
            }
          }
        }
      }
    }
  }

  /// The analyses that read otherwise, and what they choose.
  private static func folded(
    _ index: BriefIndex, _ readings: [BriefReport.ReadingReport], _ headline: String
  ) -> Markup {
    el(.details, .class("tbl")) {
      el(.summary) { "Table: every analysis" }
      el(.table, .class("dt")) {
        el(.thead) {
          el(.tr) {
            for head in ["Choices", "Reading", "Warm"] { el(.th, .set("scope", "col")) { head } }
          }
        }
        el(.tbody) {
          for reading in readings {
            el(.tr) {
              el(.th, .set("scope", "row")) {
                reading.choices.isEmpty ? "as published" : reading.choices.joined(separator: "; ")
              }
              el(.td, .class("nr")) {
                if reading.reading == headline {
                  words(reading.reading)
                } else {
                  el(.b) { words(reading.reading) }
                }
              }
              el(.td) {
                reading.warmLegs.isEmpty
                  ? "none" : index.prose(reading.warmLegs.joined(separator: ", "))
              }
            }
          }
        }
      }
    }
  }

  private static func plate(_ tally: Tally, _ total: Int) -> FigureDraft.Plate {
    var parts: [Markup] = []
    var y = 0.0
    for entry in tally {
      parts.append(
        Drawing.text(
          Wording.capitalised(words(entry.reading)), x: "0", y: y + 14,
          entry.isHeadline ? "b" : ""))
      parts.append(
        el(
          .svg, .set("x", 160.0), .set("y", y), .set("width", 660.0), .set("height", "20"),
          .class("o")
        ) { bar(Double(entry.count) / Double(total), isHeadline: entry.isHeadline) })
      parts.append(Drawing.text("\(entry.count) of \(total)", x: "840", y: y + 14))
      y += 26
    }
    return FigureDraft.Plate(height: y, content: .group(parts))
  }

  private static func table(_ readings: [BriefReport.ReadingReport]) -> Table {
    Table(
      head: ["analysis", "choices", "reading", "warm_legs"],
      rows: readings.enumerated().map { position, reading in
        [
          "\(position + 1)", reading.choices.joined(separator: "; "), reading.reading,
          reading.warmLegs.joined(separator: "; "),
        ]
      })
  }
}
