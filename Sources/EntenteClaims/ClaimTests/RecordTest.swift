import EntenteRecord

/// The test `record`, which asks what is on record, and in which order it happened.
///
/// Facts and events speak for the claim or against it. A contested event counts by its grade: A and
/// B as evidence, C and D as one side's word, which decides nothing. Orders are exact by record,
/// unless a day is uncertain.
public struct RecordTest: ClaimTest {
  public static let name = "record"

  private enum Item: Sendable {
    case fact(Fact)
    case event(Event)
  }

  private let supporting: [Item]
  private let opposing: [Item]
  private let order: [Event]

  public init(_ reader: ParameterReader) {
    func items(_ key: String) -> [Item] {
      guard let node = reader.optional(key) else { return [] }
      return node.items.compactMap { item in
        let id = item.text ?? ""
        if let fact = reader.subject.facts.first(where: { $0.id == id }) { return .fact(fact) }
        if let event = reader.subject.event(id) { return .event(event) }
        let known = reader.subject.facts.map(\.id) + reader.subject.events.map(\.id)
        reader.unknown(
          id, at: item, key, expected: "the id of a fact or an event", among: known)
        return nil
      }
    }
    supporting = items("for")
    opposing = items("against")
    order = reader.events("order", required: false)
    if supporting.isEmpty && opposing.isEmpty && order.count < 2 && reader.faults.isEmpty {
      reader.fault(
        nil, "record", expected: "facts or events under for or against, or two events under order",
        found: "none")
    }
  }

  public func choices(in analysis: CaseAnalysis) -> [ChoiceDimension] {
    (supporting + opposing).contains {
      if case .event(let event) = $0 { event.isContested } else { false }
    } ? [.contested] : []
  }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    var evidence: [Evidence] = []
    var assumptions: [String] = []
    func weigh(_ items: [Item], _ stance: String) -> Int {
      var count = 0
      for item in items {
        switch item {
        case .fact(let fact):
          count += 1
          evidence.append(
            Evidence(
              id: "\(id).\(fact.id)", text: fact.finding, method: "record", sources: ["facts"],
              sample: fact.known == .read
                ? "read: \(fact.source)" : "\(fact.known.rawValue): \(fact.source)"))
          if fact.known != .read {
            assumptions.append(
              "\(Phrase.quoted(fact.finding)) is \(fact.known.rawValue), not read in a source")
          }
        case .event(let event):
          let graded = event.grade.map { $0 == .acknowledged || $0 == .supported } ?? true
          let counts = graded && (!event.isContested || settings.includesContested)
          if counts { count += 1 }
          evidence.append(
            Evidence(
              id: "\(id).\(event.id)", text: "\(event.day.text): \(event.text)", method: "record",
              sources: ["chronology"],
              sample: Self.standing(of: event, counts: counts, stance: stance)))
        }
      }
      return count
    }
    let pro = weigh(supporting, "for")
    let contra = weigh(opposing, "against")
    var verdicts: [Verdict] = []
    if !supporting.isEmpty || !opposing.isEmpty {
      verdicts.append(
        pro > 0 && contra > 0
          ? .mixed : pro > 0 ? .supported : contra > 0 ? .contradicted : .cannotTell)
    }
    var findings: [String] = []
    if pro + contra > 0 {
      findings.append(
        "\(Self.counted(pro, "finding")) on record for it, \(contra == 0 ? "none" : "\(contra)") against."
      )
    } else if !supporting.isEmpty || !opposing.isEmpty {
      findings.append("What is on record rests on one side's word.")
    }
    if order.count > 1 {
      let (verdict, sentence) = judgeOrder()
      verdicts.append(verdict)
      findings.append(sentence)
      evidence.append(
        Evidence(
          id: "\(id).order", text: sentence, method: "record", sources: ["chronology"],
          sample: "\(order.count) dated events, exact by record"))
    }
    let verdict: Verdict =
      Set(verdicts).count == 1
      ? verdicts[0]
      : verdicts.contains(.cannotTell) && !verdicts.contains(.mixed) ? .cannotTell : .mixed
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict, finding: findings.joined(separator: " "),
      reason: verdict == .cannotTell ? "graded C or D, or of uncertain day" : nil,
      evidence: evidence, assumptions: assumptions,
      wouldFlip: order.count > 1
        ? "another date for one of the events" : "a document that says otherwise")
  }

  private func judgeOrder() -> (Verdict, String) {
    let days = order.map { "\($0.id) \($0.day.text)" }.joined(separator: ", then ")
    var verdict = Verdict.supported
    for (a, b) in zip(order, order.dropFirst()) {
      if !(a.dayIsCertain && b.dayIsCertain), abs(a.day.days(since: b.day)) <= 31 {
        return (.cannotTell, "The order cannot be told, for a day is uncertain: \(days).")
      }
      if a.day >= b.day { verdict = .contradicted }
    }
    return (
      verdict,
      verdict == .supported ? "In this order: \(days)." : "Not in the claimed order: \(days)."
    )
  }

  private static func counted(_ n: Int, _ noun: String) -> String {
    n == 0 ? "No \(noun)" : n == 1 ? "One \(noun)" : "\(n) \(noun)s"
  }

  private static func standing(of event: Event, counts: Bool, stance: String) -> String {
    var parts = [counts ? stance : "\(stance), not counted"]
    parts.append(event.reference ?? "unreferenced")
    if let grade = event.grade {
      let denied =
        event.deniedBy.isEmpty
        ? "denied by none" : "denied by " + event.deniedBy.map(\.text).joined(separator: " ")
      parts.append(
        "grade \(grade.rawValue), claimed by "
          + event.claimedBy.map(\.text).joined(separator: " ") + ", " + denied)
    }
    if !event.dayIsCertain { parts.append("day uncertain") }
    return parts.joined(separator: "; ")
  }
}
