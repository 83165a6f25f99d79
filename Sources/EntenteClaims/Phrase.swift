import EntenteNumerics
import EntenteRecord
import Foundation

/// Numbers and directions in the sentences that tests write.
enum Phrase {
  /// Three significant digits, no exponent for ordinary sizes.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "unbounded" }
    let size = abs(value)
    let digits = size >= 100 ? 0 : size >= 10 ? 1 : 2
    if size >= 1e6 { return String(format: "%.3g", value) }
    let text = String(format: "%.\(digits)f", value)
    return text == "-0.00" ? "0.00" : text
  }

  /// `+0.31 (90% -0.02 to 0.64)`, `exactly 0.96`.
  static func estimate(_ estimate: Estimate, signed: Bool = false) -> String {
    let value = (signed && estimate.value > 0 ? "+" : "") + number(estimate.value)
    if let low = estimate.low, let high = estimate.high {
      return
        "\(value) (\(Int((estimate.level * 100).rounded()))% \(number(low)) to \(number(high)))"
    }
    return estimate.isExact ? "exactly \(value)" : "\(value), no interval"
  }

  static func percent(_ share: Double) -> String {
    if share > 0, share < 0.01 { return "<1%" }
    if share < 1, share > 0.99 { return ">99%" }
    return "\(Int((share * 100).rounded()))%"
  }

  static func warming(_ direction: Int) -> String { direction > 0 ? "warmer" : "colder" }
}

extension Phrase {
  /// A p-value: `0.03`, `<0.001`.
  static func probability(_ p: Double) -> String {
    p < 0.001 ? "<0.001" : String(format: p < 0.095 ? "%.3f" : "%.2f", p)
  }

  /// The words in quotation marks, as a title stands in a sentence.
  static func quoted(_ title: String) -> String { "“\(title)”" }

  /// `1 event`, `12 events`.
  static func count(_ n: Int, _ noun: String) -> String { "\(n) \(noun)\(n == 1 ? "" : "s")" }
}
