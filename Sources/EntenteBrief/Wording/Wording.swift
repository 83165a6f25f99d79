public import EntenteNumerics

/// How numbers, dates and lists are said; page, terminal and figures all speak through this.
public enum Wording {
  // MARK: - Probability

  /// `about as likely as not` and its four neighbours.
  ///
  /// The word is chosen from the whole percent that is printed beside it, so that word and number
  /// never disagree: 9.6% is printed as 10% and called unlikely.
  public static func probabilityWord(_ probability: Double) -> String {
    guard probability.isFinite else { return "not known" }
    let percent = (min(1, max(0, probability)) * 100).rounded()
    return switch percent {
    case ..<10: "very unlikely"
    case ...33: "unlikely"
    case ...66: "about as likely as not"
    case ...90: "likely"
    default: "very likely"
    }
  }

  /// `41%`; `<1%` and `>99%` at the ends, since no finite number of draws shows zero or certainty.
  public static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "not known" }
    if share < 0.01 { return "<1%" }
    if share > 0.99 { return ">99%" }
    return "\(Int((share * 100).rounded()))%"
  }

  /// `27–58`: ends of an interval of a probability, in percent without the sign.
  public static func percentRange(_ low: Double, _ high: Double) -> String {
    func whole(_ x: Double) -> String {
      x.isFinite ? "\(Int((min(1, max(0, x)) * 100).rounded()))" : "?"
    }
    // Nothing in a sample of draws is quite nothing.
    if high < 0.005 { return "below 1" }
    return "\(whole(low))–\(whole(high))"
  }

  /// `41% (27–58)`; without an interval `41%`.
  public static func percent(_ estimate: Estimate) -> String {
    guard let low = estimate.low, let high = estimate.high else { return percent(estimate.value) }
    return "\(percent(estimate.value)) (\(percentRange(low, high)))"
  }

  /// `0.41`, `>0.99`, `<0.01`.
  public static func probability(_ p: Double) -> String {
    guard p.isFinite else { return "not known" }
    if p > 0.99 { return ">0.99" }
    if p < 0.01 { return "<0.01" }
    return fixed(p, 2)
  }

  /// `61% of 24 analyses`; exact, so zero and all are said as such.
  public static func share(_ part: Int, of whole: Int, _ noun: String, _ plural: String? = nil)
    -> String
  {
    guard whole > 0 else { return "no \(plural ?? noun + "s")" }
    let percent = Int((Double(part) / Double(whole) * 100).rounded())
    return "\(percent)% of \(count(whole, noun, plural))"
  }

  // MARK: - Numbers

  /// A number for files and drawings, with a hyphen, never an exponent and never `-0.00`.
  public static func fixed(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return "" }
    let places = max(0, min(digits, 9))
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let whole = Int64(scaled)
    let unit = Int64(scale)
    let sign = value < 0 && whole != 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let fraction = String(whole % unit)
    return "\(sign)\(whole / unit)."
      + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// `−1.64`, with a true minus sign: for reading.
  public static func number(_ value: Double, _ digits: Int = 2) -> String {
    guard value.isFinite else { return "not known" }
    return typographic(fixed(value, digits))
  }

  /// `+1.64`, `−0.07`, `0.00`.
  public static func signed(_ value: Double, _ digits: Int = 2) -> String {
    guard value.isFinite else { return "not known" }
    let text = fixed(value, digits)
    let isZero = !text.contains { $0 != "0" && $0 != "." && $0 != "-" }
    return typographic(value > 0 && !isZero ? "+\(text)" : text)
  }

  /// `+1.38 to +1.91`, or nil if the estimate has no interval.
  public static func range(_ estimate: Estimate, _ digits: Int = 2) -> String? {
    guard let low = estimate.low, let high = estimate.high else { return nil }
    return "\(signed(low, digits)) to \(signed(high, digits))"
  }

  /// ` (1.38 to 1.91)` after a number, ` (exact)`, or nothing where it has no interval.
  public static func bounds(_ estimate: Estimate, prefix: String = "") -> String {
    guard let low = estimate.low, let high = estimate.high else {
      return estimate.isExact ? " (exact)" : ""
    }
    return " (\(prefix)\(fixed(low, 2)) to \(fixed(high, 2)))"
  }

  /// `+1.64 (+1.38 to +1.91)`.
  public static func signed(_ estimate: Estimate, _ digits: Int = 2) -> String {
    let value = signed(estimate.value, digits)
    if estimate.isExact { return "\(value) (exact)" }
    guard let range = range(estimate, digits) else { return "\(value) (no interval)" }
    return "\(value) (\(range))"
  }

  /// `2,000`.
  public static func grouped(_ n: Int) -> String {
    var digits = Array(String(abs(n)))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (n < 0 ? "−" : "") + String(digits)
  }

  /// `1 claim`, `12 claims`.
  public static func count(_ n: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(n)) \(n == 1 ? noun : plural ?? noun + "s")"
  }

  /// `two` up to ten, then `11`; for none `none`, as in `none of the legs`.
  public static func wordOrNone(_ n: Int) -> String { n == 0 ? "none" : word(n) }

  /// The text in quotation marks; marks inside become single ones.
  public static func quoted(_ text: String) -> String {
    "“" + text.replacing("“", with: "‘").replacing("”", with: "’") + "”"
  }

  /// `two` up to ten, then `11`.
  public static func word(_ n: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(n) ? words[n] : grouped(n)
  }

  // MARK: - Text

  /// `a, b and c`.
  public static func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    let before = items.dropLast()
    return before.isEmpty ? last : "\(before.joined(separator: ", ")) and \(last)"
  }

  /// The text with its first letter a capital.
  public static func capitalised(_ text: some StringProtocol) -> String {
    guard let first = text.first else { return "" }
    return first.uppercased() + text.dropFirst()
  }

  /// The text as a sentence of its own: with a capital and a full stop.
  static func sentence(_ text: String) -> String {
    let isEnded = text.last.map { ".?!".contains($0) } ?? true
    return capitalised(text) + (isEnded ? "" : ".")
  }

  static func typographic(_ text: String) -> String {
    text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
}
