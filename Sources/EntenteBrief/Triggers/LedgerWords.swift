import EntenteNumerics
import EntenteRecord
public import EntenteTriggers

/// What page and terminal say of a ledger, made once from its values.
public struct LedgerWords: Sendable {
  public let ledger: TriggerLedger
  private let titles: [String: String]

  public init(_ ledger: TriggerLedger) {
    self.ledger = ledger
    titles = Dictionary(
      ledger.responses.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// The joint weighing first, where there is one.
  public var weighings: [TriggerLedger.Weighing] { [ledger.joint].compactMap { $0 } + ledger.alone }

  private var first: TriggerLedger.Weighing? { weighings.first }

  /// An event's title without its explanations.
  public func short(_ title: String) -> String { Wording.title(of: title) }

  public func name(of response: String) -> String { titles[response] ?? response }

  public func title(of weighing: TriggerLedger.Weighing) -> String {
    weighing.responses.count > 1
      ? "All \(Wording.word(weighing.responses.count)) together"
      : weighing.responses.first.map(name) ?? ""
  }

  public var headline: String {
    let what = Wording.list(ledger.responses.map(\.title))
    guard let first else { return "What moved \(what)" }
    guard first.isDecided, let best = first.rivals.max(by: { $0.weight.value < $1.weight.value })
    else { return "It cannot be told which event moved \(what)" }
    return best.id == "none"
      ? "No listed event moved \(what)"
      : "Likeliest to have moved \(what): \(short(best.label))"
  }

  /// The decision; that it cannot be told stands in the headline above it, and once is enough.
  public var deck: String {
    guard let first else { return "" }
    let text = sentence(first)
    let refrain = "It cannot be told: "
    return text.hasPrefix(refrain)
      ? Wording.capitalised(text.dropFirst(refrain.count)) : text
  }

  /// Weeks that nobody listed and that tell something.
  public func telling(_ weighing: TriggerLedger.Weighing) -> [TriggerLedger.UnlistedWeek] {
    weighing.unlisted.filter { $0.logBayesFactor >= BriefBuilder.telling }
  }

  /// The decision with the answers that lead.
  public func sentence(_ weighing: TriggerLedger.Weighing) -> String {
    let leading = weighing.rivals.filter { $0.weight.value >= 0.1 }
      .sorted { ($1.weight.value, $0.id) < ($0.weight.value, $1.id) }.prefix(3)
      .map { "\(short($0.label)) \(Wording.percent($0.weight.value))" }
    let text = Wording.capitalised(weighing.decision) + "."
    return leading.isEmpty ? text : text + " What leads: " + leading.joined(separator: ", ") + "."
  }

  public var asOf: String {
    var text =
      "\(Wording.count(ledger.weeks.count, "week")) from \(ledger.from.text) to \(ledger.through.text)"
    if ledger.missingWeeks > 0 {
      text += ", \(Wording.count(ledger.missingWeeks, "week")) without data between them"
    }
    return text + "; weekly noise is the unit (SD)."
  }

  /// The events of an entry, the first one's title shortened.
  public func events(_ entry: TriggerLedger.Entry) -> String {
    entry.candidates.map { short($0.title) }.joined(separator: ", or ")
  }

  /// One sentence for each candidate that the series does not reach.
  public var untestable: [String] {
    (first?.untestable ?? []).map {
      "\(short($0.event.title)), \($0.event.day.text), is not tested: \($0.reason)."
    }
  }
}
