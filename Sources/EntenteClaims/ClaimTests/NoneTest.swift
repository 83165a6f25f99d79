import EntenteRecord

/// `none`: no test reaches the claim, and why.
///
/// Values, intents and wordings that no data could settle are untestable; where only the data are
/// wanting, it cannot be told.
public struct NoneTest: ClaimTest {
  public static let name = "none"

  private let reason: String
  private let text: String

  public init(_ reader: ParameterReader) {
    reason = reader.choice("reason", ["value", "intent", "wording", "no-data"])
    text = reader.text("text", "a sentence that says why")
  }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    let what =
      switch reason {
      case "value": "A value judgement."
      case "intent": "An intent, which is not observed."
      case "wording": "Worded so that no data could settle it."
      default: "No data of the case reach it."
      }
    return TestOutcome(
      id: id, test: Self.name, verdict: reason == "no-data" ? .cannotTell : .untestable,
      finding: "\(what) \(text)", reason: reason == "no-data" ? text : nil, evidence: [],
      wouldFlip: reason == "no-data"
        ? "data that reach it" : "a wording that says what would be seen")
  }
}
