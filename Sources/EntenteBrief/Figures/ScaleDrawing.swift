import EntenteNumerics

extension Scale {
  /// Lines at the ticks, the one at zero stronger.
  func grid(height: Double) -> Markup {
    .group(
      ticks.map {
        Drawing.vertical(abs($0) < 1e-12 ? "zero" : "ax", x: x($0), y1: 0, y2: height)
      })
  }

  /// Numbers over the ticks.
  var axis: Markup {
    .group(
      ticks.map { Drawing.text(label($0), x: x($0), y: 14, anchor: "middle", "s sm") })
  }

  /// The line of an interval; a dot's length where there is none.
  func interval(_ estimate: Estimate, _ style: StaticString, y: Double) -> Markup {
    Drawing.line(
      style, x1: x(estimate.low ?? estimate.value), x2: x(estimate.high ?? estimate.value), y1: y,
      y2: y)
  }

  /// What a scale must hold of an estimate.
  static func ends(_ estimate: Estimate?) -> [Double] {
    guard let estimate else { return [] }
    return [estimate.value, estimate.low ?? estimate.value, estimate.high ?? estimate.value]
  }
}

extension Drawing {
  /// A small square around the origin.
  static var square: Markup {
    el(
      .rect, .class("fu"), .set("x", "-3"), .set("y", "-3"), .set("width", "6"),
      .set("height", "6"))
  }
}
