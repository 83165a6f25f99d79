import EntenteAttribution
public import EntenteRecord
public import EntenteTriggers

extension CaseAnalysis {
  /// The case's own triggers, weighed on these pairs under default settings.
  public func rivalsKey(
    of pairs: [Dyad], direction: Int = 1, hasIntervals: Bool = false
  ) -> RivalsKey {
    RivalsKey(
      candidates: subject.triggers, shock: subject.shock, responses: pairs,
      directions: pairs.map { _ in direction }, settings: Settings(), hasIntervals: hasIntervals)
  }

  /// The ledger of a question about this case, with who triggered what among the case's events.
  ///
  /// - Throws: `CaseAnalysis.LedgerError` with what is wrong with the question.
  public func ledger(of question: TriggerQuestion) throws(LedgerError) -> TriggerLedger {
    var options = TriggerOptions()
    options.seed = seed
    options.draws = draws
    options.threads = threads
    do {
      var ledger = try TriggerLedger(
        question, options: options, cache: attributionCache(of: question))
      let (cascade, problem) = cascade()
      ledger.cascade = cascade
      if let problem { ledger.notes.append(problem) }
      return ledger
    } catch {
      throw LedgerError(message: error.description)
    }
  }

  /// Why there is no ledger.
  public struct LedgerError: Error, CustomStringConvertible {
    public let message: String
    public var description: String { message }
  }

  /// Who probably triggered what among the events of complete or nearly complete collections.
  ///
  /// Groups: inside the first bloc, inside the second, between the two; events with a core state on
  /// neither side are left out, and so are contested ones.
  public func cascade(testsFit: Bool = true) -> (cascade: EventCascade?, problem: String?) {
    let blocs = subject.blocs.compactMap(subject.group)
    guard blocs.count == 2 else { return (nil, "who triggered what needs two blocs") }
    let complete = subject.categories.filter {
      $0.state == .complete || $0.state == .nearlyComplete
    }
    // Collections that end early or begin late would look like silence: the widest span decides.
    guard
      let span = complete.map(\.span).max(by: {
        $0.to.days(since: $0.from) < $1.to.days(since: $1.from)
      })
    else { return (nil, "who triggered what needs collections of events that are complete") }
    let counted = Set(
      complete.filter { $0.span.from <= span.from && $0.span.to >= span.to }.map(\.id))
    let members = subject.events.compactMap { event -> EventCascade.Member? in
      guard counted.contains(event.category), !event.isContested else { return nil }
      let parties = Set(event.sources + event.targets).intersection(subject.core)
      let sides = blocs.filter { !parties.isDisjoint(with: $0.members) }
      guard let first = sides.first else { return nil }
      return EventCascade.Member(
        event: TriggerQuestion.DatedEvent(id: event.id, title: event.text, day: event.day),
        group: sides.count > 1 ? "between the two" : first.title)
    }
    return EventCascade.fit(
      members, in: span, seed: seed, threads: threads, testsFit: testsFit)
  }
}
