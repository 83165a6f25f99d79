/// A series about a date, with the path that its noise leads to expect and a band about it.
struct PathDrawing {
  /// Weeks across: half a year before the date to nine months after it.
  static let before = 26
  static let after = 39
  static let height = 120.0

  /// By week, in SD.
  let values: [Double]
  /// Place of the window's first week in `values`.
  let window: Int
  let expected: [Double]
  let low: [Double]
  let high: [Double]
  /// Half the height stands for this many SD.
  let limit: Double

  /// A round height that 98 weeks in a hundred stay under.
  static func limit(_ values: [Double]) -> Double {
    let sizes = values.map(abs).sorted()
    let wide = sizes.isEmpty ? 3 : sizes[min(sizes.count - 1, sizes.count * 98 / 100)]
    return max(2, (wide + 0.5).rounded(.up))
  }

  var markup: Markup {
    let span = Double(Self.before + Self.after)
    let inside = Array(window..<(window + expected.count))
    let band =
      line(Array(zip(inside, high)))
      + zip(inside, low).reversed().map {
        "L" + Drawing.number(x($0)) + " " + Drawing.number(y($1))
      }.joined() + "Z"
    return .group([
      el(
        .svg, .class("i"), .set("width", "100%"), .set("height", Self.height),
        .set("viewBox", "0 0 \(Drawing.number(span)) 400"), .set("preserveAspectRatio", "none")
      ) {
        el(.path, .class("pb"), .set("d", band))
        el(.path, .class("po"), .set("d", line(values.enumerated().map { ($0, $1) })))
        el(.path, .class("pe"), .set("d", line(Array(zip(inside, expected)))))
        el(.path, .class("pi"), .set("d", line(inside.map { ($0, values[$0]) })))
      },
      Drawing.line("ax", x1: "0", x2: "100%", y1: Self.height / 2, y2: Self.height / 2),
      Drawing.vertical(
        "trig", x: Drawing.percent(Double(Self.before) / span), y1: 0, y2: Self.height),
    ])
  }

  private func x(_ place: Int) -> Double { Double(place - window + Self.before) + 0.5 }

  private func y(_ value: Double) -> Double { 200 - max(-limit, min(limit, value)) / limit * 196 }

  private func line(_ points: [(Int, Double)]) -> String {
    points.enumerated().map { place, point in
      (place == 0 ? "M" : "L") + Drawing.number(x(point.0)) + " " + Drawing.number(y(point.1))
    }.joined()
  }

  static var key: [(mark: Markup, text: String)] {
    [
      (
        Drawing.key(width: 34) { el(.path, .class("pi"), .set("d", "M0 8 10 4 22 9 34 3")) },
        "the 13 weeks as they were"
      ),
      (Drawing.key(width: 34) { el(.path, .class("pe"), .set("d", "M0 6H34")) }, "as expected"),
      (
        Drawing.key(width: 34) {
          el(.rect, .class("pb"), .set("width", "34"), .set("height", "12"))
        }, "90% of weeks"
      ),
      (
        Drawing.key(width: 34) { Drawing.vertical("trig", x: "17", y1: 0, y2: 12) }, "the date"
      ),
    ]
  }
}
