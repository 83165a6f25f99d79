import EntenteNumerics
import EntenteRecord

/// Rows of estimates by period, one scale a row: percent across and pixels down, so that one drawing
/// serves phone, screen, paper and file.
struct PeriodChart {
  /// An estimate over a stretch of time.
  struct Point {
    var from: Day
    var to: Day
    var estimate: Estimate
    /// Nothing stands behind it: drawn hollow.
    var isEmpty = false
  }

  /// A number drawn as a bar over a stretch of time.
  struct Bar {
    var from: Day
    var to: Day
    var value: Double
    var label: String
  }

  /// A line across a row, with what it means.
  struct Level {
    var value: Double
    var label: String
    var isBelow = false
  }

  struct Row {
    var title: String
    var range: ClosedRange<Double>
    var levels: [Level] = []
    /// A stretch of values, in grey.
    var band: ClosedRange<Double>?
    var points: [Point] = []
    var bars: [Bar] = []
    /// Days of events, above and below.
    var above: [Day] = []
    var below: [Day] = []
  }

  let id: String
  let title: String
  let description: String
  let axis: TimeAxis
  let rows: [Row]
  let rowHeight = 92.0
  private let top = 6.0
  private let gap = 26.0

  var height: Double { top + Double(rows.count) * (rowHeight + gap) + 20 }

  private func start(_ place: Int) -> Double {
    top + gap - 8 + Double(place) * (rowHeight + gap)
  }

  // MARK: - The plot

  private var plot: Markup {
    .group([
      .group(rows.enumerated().map { draw($1, from: start($0)) }),
      .group(
        axis.years.map { year, _, middle in
          el(
            .svgText, .class("s"), .set("x", axis.x(middle)), .set("y", height - 10),
            .set("text-anchor", "middle")
          ) {
            el(.tspan, .class("long")) { "\(year)" }
            el(.tspan, .class("only-s")) { "’\(String(year).suffix(2))" }
          }
        }),
    ])
  }

  private func draw(_ row: Row, from y: Double) -> Markup {
    let bottom = y + rowHeight
    func height(_ value: Double) -> Double {
      let share = (value - row.range.lowerBound) / (row.range.upperBound - row.range.lowerBound)
      return bottom - min(1, max(0, share)) * rowHeight
    }
    var parts: [Markup] = []
    if let band = row.band {
      parts.append(
        el(
          .rect, .class("few"), .set("x", "0"), .set("y", height(band.upperBound)),
          .set("width", "100%"),
          .set("height", height(band.lowerBound) - height(band.upperBound))))
    }
    parts += axis.years.compactMap { year in
      year.first.map { Drawing.vertical("ax", x: axis.x($0), y1: y, y2: bottom) }
    }
    parts += [
      Drawing.line("ax", x1: "0", x2: "100%", y1: y, y2: y),
      Drawing.line("zero", x1: "0", x2: "100%", y1: bottom, y2: bottom),
    ]
    parts += row.bars.map { bar -> Markup in
      let (from, to) = (axis.share(bar.from), axis.share(bar.to))
      return .group([
        el(
          .rect, .class("bar"), .set("x", Drawing.percent(from)), .set("y", height(bar.value)),
          .set("width", Drawing.percent(max(0, to - from - 0.004))),
          .set("height", bottom - height(bar.value))),
        Drawing.text(
          bar.label, x: Drawing.percent((from + to) / 2), y: height(bar.value) - 4,
          anchor: "middle", "sm"),
      ])
    }
    parts += row.levels.map { level -> Markup in
      .group([
        Drawing.line("half", x1: "0", x2: "100%", y1: height(level.value), y2: height(level.value)),
        Drawing.text(
          level.label, x: "0", y: height(level.value) + (level.isBelow ? 12 : -4), "s xs halo",
          dx: 3),
      ])
    }
    parts += row.above.map { Drawing.vertical("lu", x: axis.x($0), y1: y, y2: y + 7) }
    parts += row.below.map { Drawing.vertical("lu", x: axis.x($0), y1: bottom - 7, y2: bottom) }
    parts += row.points.map { point -> Markup in
      let x = axis.x(point.from.adding(days: (point.to.days(since: point.from) + 1) / 2))
      let (low, high) = (
        point.estimate.low ?? point.estimate.value, point.estimate.high ?? point.estimate.value
      )
      return .group([
        Drawing.vertical("lq", x: x, y1: height(high), y2: height(low)),
        Drawing.at(x: x, y: height(point.estimate.value)) {
          el(.circle, .class(point.isEmpty ? "fq" : "brkp"), .set("r", 4))
        },
      ])
    }
    return .group(parts)
  }

  // MARK: - In the page, and alone

  var page: Markup {
    el(.div, .class("tl")) {
      el(
        .svg, .class("fl plot"), .set("height", height), .set("role", "img"),
        .set("aria-labelledby", "\(id)-title \(id)-desc")
      ) {
        el(.title, .id("\(id)-title")) { title }
        el(.desc, .id("\(id)-desc")) { description }
        plot
      }
      for (place, row) in rows.enumerated() {
        el(
          .div, .class("lb"),
          .set(
            "style",
            "--y:\(Drawing.number(start(place) - 8))px;--h:\(Drawing.number(rowHeight))px")
        ) { row.title }
      }
    }
  }

  var plate: FigureDraft.Plate {
    let left = 190.0
    return FigureDraft.Plate(
      height: height,
      content: .group([
        el(
          .svg, .set("x", left), .set("y", "0"), .set("width", FigureDraft.Plate.width - left),
          .set("height", height), .class("o")
        ) { plot },
        .group(
          rows.enumerated().flatMap { place, row in
            DisplayWidth.wrap(row.title, width: 26).enumerated().map { line, text in
              Drawing.text(text, x: "0", y: start(place) + 18 + 15 * Double(line))
            }
          }),
      ]))
  }
}
