import EntenteAttribution
import EntenteNumerics
import EntenteRecord
import EntenteTriggers

/// Small multiples: the series about each date, and the path that its noise leads to expect.
struct PathPanels {
  let words: LedgerWords
  /// Half the height of a panel stands for this many SD.
  private let limit: Double

  init(_ words: LedgerWords) {
    self.words = words
    limit = PathDrawing.limit(words.ledger.responses.flatMap(\.values))
  }

  var section: Section? {
    let entries = words.ledger.entries
    guard !entries.isEmpty else { return nil }
    return Section(
      id: "paths", title: "What moved after each date?",
      lede: el(.p) {
        "Where the series went in the 13 weeks from each date, against the path that the rest of "
          + "the series leads to expect. The band holds nine weeks in ten if nothing moved."
      },
      body: [
        el(.div) {
          el(.ul, .class("key")) {
            for entry in PathDrawing.key {
              el(.li) {
                entry.mark
                entry.text
              }
            }
          }
          el(.div, .class("pn")) { for entry in entries { panel(entry) } }
          el(.p, .class("src")) {
            "Each panel: half a year before to nine months after; height ±\(Drawing.number(limit)) "
              + "SD of weekly noise, the same in all. Movement shared with unrelated pairs and "
              + "outliers are taken out."
          }
        }
      ])
  }

  private func panel(_ entry: TriggerLedger.Entry) -> Markup {
    let gap = entry.path.meanGap
    let title = "\(words.events(entry)), \(entry.candidates.first?.day.text ?? "")"
    let said =
      "Gap \(Wording.signed(gap)) SD; rank \(Wording.fixed(entry.effect.placeboDates, 2)) "
      + "among dates"
    return el(.figure) {
      el(.figcaption) {
        el(.b) { words.name(of: entry.response) }
        title
      }
      el(
        .svg, .class("fl"), .set("height", PathDrawing.height), .set("role", "img"),
        .label("\(words.name(of: entry.response)) after \(title). \(said)")
      ) { drawing(entry) }
      el(.p, .class("say")) { said }
    }
  }

  private func drawing(_ entry: TriggerLedger.Entry) -> Markup {
    let values = words.ledger.responses.first { $0.id == entry.response }?.values ?? []
    let week = entry.path.week
    let from = max(0, week - PathDrawing.before)
    let to = min(values.count, week + PathDrawing.after)
    return PathDrawing(
      values: Array(values[from..<to]), window: week - from, expected: entry.path.expected,
      low: entry.path.low, high: entry.path.high, limit: limit
    ).markup
  }
}
