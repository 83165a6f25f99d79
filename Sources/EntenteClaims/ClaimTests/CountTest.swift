import EntenteNumerics
import EntenteRecord

/// The test `count`, which compares how often such events are on record in two periods.
///
/// Ratio of two Poisson rates with the exact interval given the total. Only categories of the
/// chronology that are complete, or nearly, over both periods may be counted: a count over a sample
/// measures the collector.
public struct CountTest: ClaimTest {
  public static let name = "count"

  private let sources: [ActorCode]
  private let targets: [ActorCode]
  private let isJoint: Bool
  private let types: [EventType]
  private let sign: Int?
  private let categories: [String]
  private let before: Span?
  private let after: Span
  private let expectation: String
  private let threshold: Int

  public init(_ reader: ParameterReader) {
    sources = reader.actors("sources")
    targets = reader.actors("targets")
    isJoint = reader.flag("joint")
    types = reader.texts("types").compactMap { text in
      if let type = EventType(rawValue: text) { return type }
      reader.fault(
        reader.optional("types"), "types",
        expected: "event types such as "
          + EventType.allCases.prefix(4).map(\.rawValue).joined(separator: ", "),
        found: Fault.quoted(text),
        hint: NearSpelling.of(text, among: EventType.allCases.map(\.rawValue)).map {
          "did you mean \($0)?"
        })
      return nil
    }
    sign = reader.optional("sign") == nil ? nil : Int(reader.number("sign"))
    categories = reader.texts("categories")
    let known = Set(reader.subject.categories.map(\.id))
    for category in categories where !known.contains(category) {
      reader.unknown(
        category, at: reader.optional("categories"), "categories",
        expected: "categories of categories.csv", among: known)
    }
    if reader.optional("period") != nil {
      before = nil
      after = reader.requiredSpan("period")
      expectation = reader.choice("expect", ["at-least"])
      threshold = Int(reader.number("value"))
    } else {
      before = reader.requiredSpan("before")
      after = reader.requiredSpan("after")
      expectation = reader.choice("expect", ["rise", "fall", "same"])
      threshold = 0
    }
  }

  public func choices(in analysis: CaseAnalysis) -> [ChoiceDimension] {
    let spans = [before, after].compactMap { $0 }
    let counted = analysis.subject.events.filter { event in
      matches(event, under: Settings()) && spans.contains { $0.contains(event.day) }
    }
    return (counted.contains(where: \.isContested) ? [.contested] : [])
      + (counted.contains { !$0.dayIsCertain } ? [.uncertainDays] : [])
  }

  func matches(_ event: Event, under settings: Settings) -> Bool {
    guard settings.includesContested || !event.isContested,
      settings.includesUncertainDays || event.dayIsCertain,
      types.isEmpty || types.contains(event.type), sign == nil || sign == event.sign,
      categories.isEmpty || categories.contains(event.category)
    else { return false }
    if isJoint {
      // A visit may be coded one way; it is a meeting all the same.
      return Set(sources).isSubset(of: Set(event.sources + event.targets))
    }
    if sources.isEmpty && targets.isEmpty { return true }
    if targets.isEmpty { return event.sources.contains(where: sources.contains) }
    if sources.isEmpty { return event.targets.contains(where: targets.contains) }
    return event.sources.contains { source in
      sources.contains(source)
        && event.targets.contains { targets.contains($0) && $0 != source }
    }
  }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    let matching = analysis.subject.events.filter { matches($0, under: settings) }
    let what = describe(in: analysis.subject)
    if let problem = incompleteness(in: analysis.subject, matching) {
      return TestOutcome(
        id: id, test: Self.name, verdict: .cannotTell,
        finding: "\(what) cannot be counted: \(problem).", reason: problem, evidence: [],
        wouldFlip: "a complete list of such events")
    }
    let late = matching.count { after.contains($0.day) }
    guard let before else { return atLeast(late, what, id) }
    let early = matching.count { before.contains($0.day) }
    let (yearsBefore, yearsAfter) = (Double(before.days) / 365.25, Double(after.days) / 365.25)
    let ratio = PoissonRateRatio(
      before: early, exposureBefore: yearsBefore, after: late, exposureAfter: yearsAfter)
    let verdict: Verdict
    switch expectation {
    case "rise":
      verdict =
        ratio.low > 1 ? .supported : (ratio.high ?? .infinity) < 1 ? .contradicted : .cannotTell
    case "fall":
      verdict =
        (ratio.high ?? .infinity) < 1 ? .supported : ratio.low > 1 ? .contradicted : .cannotTell
    default:
      let high = ratio.high ?? .infinity
      verdict =
        ratio.low >= 0.5 && high <= 2
        ? .supported : ratio.low > 1 || high < 1 ? .contradicted : .cannotTell
    }
    let rates =
      "\(Phrase.number(Double(early) / yearsBefore)) a year before and \(Phrase.number(Double(late) / yearsAfter)) after"
    let interval =
      "ratio \(ratio.ratio.map(Phrase.number) ?? "unbounded"), 90% \(Phrase.number(ratio.low)) to \(ratio.high.map(Phrase.number) ?? "no bound")"
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict,
      finding: "\(what): \(rates) (\(early) and \(late) events; \(interval)).",
      reason: verdict == .cannotTell
        ? "with \(Phrase.count(early + late, "event")) the interval of the ratio \(spread(ratio))"
        : nil,
      evidence: [
        Evidence(
          id: "\(id).ratio", text: "\(what): \(rates).",
          estimate: ratio.ratio.map {
            Estimate(
              value: $0, low: ratio.low, high: ratio.high, n: early + late,
              method: "ratio of Poisson rates, exact given the total")
          }, method: "count", sources: ["chronology"],
          sample: "\(Phrase.count(early, "event")) in \(before), \(late) in \(after)")
      ],
      assumptions: ["events come as a Poisson process within each period"],
      wouldFlip: "a ratio of rates on the other side of 1")
  }

  private func spread(_ ratio: PoissonRateRatio) -> String {
    guard let high = ratio.high else { return "has no upper bound" }
    return ratio.low > 0
      ? "spans a factor of \(Phrase.number(high / ratio.low))" : "reaches down to 0"
  }

  private func atLeast(_ count: Int, _ what: String, _ id: String) -> TestOutcome {
    TestOutcome(
      id: id, test: Self.name, verdict: count >= threshold ? .supported : .contradicted,
      finding: "\(what): \(count) on record in \(after), where the claim needs \(threshold).",
      evidence: [
        Evidence(
          id: "\(id).count", text: "\(what): \(count) in \(after)",
          estimate: Estimate(
            value: Double(count), n: count, method: "counted on record", isExact: true),
          method: "count", sources: ["chronology"],
          sample: "\(Phrase.count(count, "event")), exact by record")
      ], wouldFlip: "events missing from the chronology")
  }

  /// Why the counted categories cannot be compared over the periods, if so.
  private func incompleteness(in subject: Case, _ matching: [Event]) -> String? {
    let spans = [before, after].compactMap { $0 }
    let used = categories.isEmpty ? Set(matching.map(\.category)).sorted() : categories
    for id in used {
      let rows = subject.categories.filter { $0.id == id }
      guard !rows.isEmpty else { return "the completeness of \(id) is not known" }
      for span in spans {
        let isCovered = rows.contains {
          ($0.state == .complete || $0.state == .nearlyComplete) && $0.span.from <= span.from
            && $0.span.to >= span.to
        }
        if !isCovered {
          let state = rows.contains { $0.state == .sample } ? "only a sample" : "not complete"
          return "\(id) is \(state) over \(span)"
        }
      }
    }
    return nil
  }

  private func describe(in subject: Case) -> String {
    let kinds =
      types.isEmpty
      ? "events"
      : types.map { $0.rawValue.lowercased() }.joined(separator: " or ") + " events"
    let who = sources.map(subject.name(of:)).joined(separator: isJoint ? "-" : ", ")
    let whom = targets.map(subject.name(of:)).joined(separator: ", ")
    if isJoint { return "Joint \(kinds) of \(who)" }
    return [
      kinds.prefix(1).uppercased() + kinds.dropFirst(), sources.isEmpty ? "" : "by \(who)",
      targets.isEmpty ? "" : "towards \(whom)",
    ]
    .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
