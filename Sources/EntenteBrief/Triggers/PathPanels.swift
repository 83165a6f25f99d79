import EntenteAttribution
import EntenteNumerics
import EntenteRecord
import EntenteTriggers

/// Small multiples: the series about each date, and the path that its noise leads to expect.
struct PathPanels {
  private static let before = 26
  private static let after = 39
  private static let height = 120.0

  let words: LedgerWords
  /// Half the height of a panel stands for this many SD.
  private let limit: Double

  init(_ words: LedgerWords) {
    self.words = words
    let sizes = words.ledger.responses.flatMap(\.values).map(abs).sorted()
    let wide = sizes.isEmpty ? 3 : sizes[min(sizes.count - 1, sizes.count * 98 / 100)]
    limit = max(2, (wide + 0.5).rounded(.up))
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
            el(.li) {
              Drawing.key(width: 34) { el(.path, .class("pi"), .set("d", "M0 8 10 4 22 9 34 3")) }
              "the 13 weeks as they were"
            }
            el(.li) {
              Drawing.key(width: 34) { el(.path, .class("pe"), .set("d", "M0 6H34")) }
              "as expected"
            }
            el(.li) {
              Drawing.key(width: 34) {
                el(.rect, .class("pb"), .set("width", "34"), .set("height", "12"))
              }
              "90% of weeks"
            }
            el(.li) {
              Drawing.key(width: 34) { Drawing.vertical("trig", x: "17", y1: 0, y2: 12) }
              "the date"
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
        .svg, .class("fl"), .set("height", Self.height), .set("role", "img"),
        .label("\(words.name(of: entry.response)) after \(title). \(said)")
      ) { drawing(entry) }
      el(.p, .class("say")) { said }
    }
  }

  private func drawing(_ entry: TriggerLedger.Entry) -> Markup {
    let values = words.ledger.responses.first { $0.id == entry.response }?.values ?? []
    let week = entry.path.week
    let from = max(0, week - Self.before)
    let to = min(values.count, week + Self.after)
    let span = Double(Self.before + Self.after)
    func x(_ index: Int) -> Double { Double(index - week + Self.before) + 0.5 }
    func y(_ value: Double) -> Double { 200 - max(-limit, min(limit, value)) / limit * 196 }
    func line(_ points: [(Int, Double)]) -> String {
      points.enumerated().map { place, point in
        (place == 0 ? "M" : "L") + Drawing.number(x(point.0)) + " " + Drawing.number(y(point.1))
      }.joined()
    }
    let window = entry.path.observed.indices.map { week + $0 }
    let band =
      line(Array(zip(window, entry.path.high)))
      + zip(window, entry.path.low).reversed().map {
        "L" + Drawing.number(x($0)) + " " + Drawing.number(y($1))
      }.joined() + "Z"
    return .group([
      el(
        .svg, .class("i"), .set("width", "100%"), .set("height", Self.height),
        .set("viewBox", "0 0 \(Drawing.number(span)) 400"), .set("preserveAspectRatio", "none")
      ) {
        el(.path, .class("pb"), .set("d", band))
        el(.path, .class("po"), .set("d", line((from..<to).map { ($0, values[$0]) })))
        el(.path, .class("pe"), .set("d", line(Array(zip(window, entry.path.expected)))))
        el(.path, .class("pi"), .set("d", line(Array(zip(window, entry.path.observed)))))
      },
      Drawing.line("ax", x1: "0", x2: "100%", y1: Self.height / 2, y2: Self.height / 2),
      Drawing.vertical(
        "trig", x: Drawing.percent(Double(Self.before) / span), y1: 0, y2: Self.height),
    ])
  }
}
