import EntenteNumerics

/// Shared marks of the drawings, told apart by class so that page and file can colour them.
enum Drawing {
  /// At most two decimals, none where they are zero.
  static func number(_ value: Double) -> String {
    var text = Wording.fixed(value, 2)
    guard text.contains(".") else { return text.isEmpty ? "0" : text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text == "-0" ? "0" : text
  }

  static func percent(_ share: Double) -> String { number(share * 100) + "%" }

  static func text(
    _ text: String, x: String, y: Double, anchor: StaticString = "start",
    _ style: StaticString = "", dx: Double = 0
  ) -> Markup {
    var attributes: [Attribute] = [.set("x", x), .set("y", y)]
    if "\(anchor)" != "start" { attributes.append(.set("text-anchor", "\(anchor)")) }
    if "\(style)" != "" { attributes.append(.class(style)) }
    if dx != 0 { attributes.append(.set("dx", dx)) }
    return el(.svgText, attributes: attributes) { text }
  }

  static func line(
    _ style: StaticString, x1: String, x2: String, y1: Double, y2: Double
  ) -> Markup {
    el(
      .line, .class(style), .set("x1", x1), .set("x2", x2), .set("y1", y1), .set("y2", y2))
  }

  static func vertical(_ style: StaticString, x: String, y1: Double, y2: Double) -> Markup {
    line(style, x1: x, x2: x, y1: y1, y2: y2)
  }

  /// A shape of pixels placed at a percentage of the width.
  static func at(x: String, y: Double, @MarkupBuilder content: () -> Markup) -> Markup {
    el(.svg, .set("x", x), .set("y", y), .class("o")) { content() }
  }

  static func key(width: Double, height: Double = 12, @MarkupBuilder content: () -> Markup)
    -> Markup
  {
    el(.svg, .set("width", width), .set("height", height), .hidden) { content() }
  }
}

/// What can be said of a number's sign.
enum Sign {
  case warm, cold, unknown

  /// From the probability of being above zero; without one, from the interval.
  init(_ estimate: Estimate?) {
    self = .unknown
    guard let estimate, estimate.value.isFinite else { return }
    if let p = estimate.probabilityPositive, p.isFinite {
      if p >= 0.9 { self = .warm } else if p <= 0.1 { self = .cold }
    } else if let low = estimate.low, let high = estimate.high {
      if low > 0 { self = .warm } else if high < 0 { self = .cold }
    }
  }

  /// The report's own word wins.
  init(word: String, _ estimate: Estimate?) {
    switch word {
    case "warm": self = .warm
    case "cold": self = .cold
    case "cannot tell": self = .unknown
    default: self.init(estimate)
    }
  }

  var stroke: StaticString {
    switch self {
    case .warm: "lw"
    case .cold: "lc"
    case .unknown: "lq"
    }
  }

  /// A circle for warm, a diamond for cold, a hollow circle for not known, around the origin.
  var mark: Markup {
    switch self {
    case .warm: el(.circle, .class("fp"), .set("r", 5))
    case .cold: el(.path, .class("fn"), .set("d", "M0-6 6 0 0 6-6 0Z"))
    case .unknown: el(.circle, .class("fq"), .set("r", 5))
    }
  }

  /// Mark and line as the legend shows them.
  var key: Markup {
    Drawing.key(width: 34) {
      Drawing.line(stroke, x1: "1", x2: "33", y1: 6, y2: 6)
      Drawing.at(x: "17", y: 6) { mark }
    }
  }
}

/// A common scale: values to shares of the width, with round ticks.
struct Scale {
  let low: Double
  let high: Double
  let ticks: [Double]
  /// Decimals that tell two ticks apart.
  let digits: Int

  /// Wide enough for every value and for zero; about `count` ticks.
  init(_ values: [Double], count: Int = 5) {
    let known = values.filter(\.isFinite)
    var low = min(0, known.min() ?? 0)
    var high = max(0, known.max() ?? 0)
    if high - low < 1e-9 {
      low -= 1
      high += 1
    }
    let margin = (high - low) * 0.03
    let step = Scale.step((high - low) / Double(max(1, count)))
    self.low = low - margin
    self.high = high + margin
    let first = Int((self.low / step).rounded(.up))
    let last = Int((self.high / step).rounded(.down))
    ticks = first <= last ? (first...last).map { Double($0) * step } : [0]
    var digits = 0
    var unit = 1.0
    while step < unit * 0.999, digits < 8 {
      unit /= 10
      digits += 1
    }
    self.digits = digits
  }

  /// 1, 2 or 5 times a power of ten, not below `rough`.
  private static func step(_ rough: Double) -> Double {
    var power = 1.0
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? power * 10
  }

  func share(_ value: Double) -> Double {
    min(1, max(0, (value - low) / (high - low)))
  }

  func x(_ value: Double) -> String { Drawing.percent(share(value)) }

  func label(_ tick: Double) -> String { Wording.signed(tick, digits) }
}
