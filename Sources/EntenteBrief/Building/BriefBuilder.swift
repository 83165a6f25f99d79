public import EntenteClaims
import EntenteHistory
import EntenteNumerics
public import EntenteRecord

/// Makes a brief from a case: runs the analyses, judges the claims, and words what came of it.
///
/// Facets in `BriefBuilder+Axis.swift` and its neighbours fill one part of the report each.
public enum BriefBuilder {
  /// A brief on a case.
  ///
  /// - Throws: `RecordError` with every fault of the claims' tests.
  public static func report(
    on subject: Case, seed: UInt64, draws: Int, threads: Int
  ) throws(RecordError) -> BriefReport {
    try report(CaseAnalysis(of: subject, seed: seed, draws: draws, threads: threads))
  }

  /// A brief from analyses that may already hold answers.
  public static func report(_ analysis: CaseAnalysis) throws(RecordError) -> BriefReport {
    let subject = analysis.subject
    let faults = ClaimTestCatalog.faults(in: subject)
    guard faults.isEmpty else { throw RecordError(.invalid, faults) }
    // The slow questions first, side by side; whoever asks later finds the answer.
    let family = analysis.family
    _ = Parallel.map(family.count, threads: analysis.threads) { index in
      analysis.dating(of: family[index])
    }
    var evidence = EvidenceList()
    let axis = Axis(of: analysis)
    let dating = self.dating(analysis, axis, &evidence)
    let attribution = rivals(analysis, axis, &evidence)
    let paths = self.paths(analysis, axis, &evidence)
    let cascade = self.cascade(analysis, &evidence)
    let moves = self.moves(analysis, &evidence)
    let claims = try Judge.verdicts(in: analysis)
    let table = periodTable(analysis)
    let legs = self.legs(analysis, axis, table, &evidence)
    let blocs = self.blocs(analysis, &evidence)
    let keyNumbers = self.keyNumbers(analysis, axis, &evidence)
    let robustness = self.robustness(analysis, axis)
    let headline = self.headline(analysis, axis, legs, dating, attribution)
    let answers = Answers(
      analysis: analysis, axis: axis, headline: headline, legs: legs, keyNumbers: keyNumbers,
      dating: dating, attribution: attribution, claims: claims, robustness: robustness)
    let periods = self.periods(analysis, table, &evidence)
    let measures = self.measures(analysis, &evidence)
    let strategies = self.strategies(analysis, &evidence)
    let hub = self.hub(analysis, &evidence)
    let hedging = self.hedging(analysis, strategies)
    return BriefReport(
      program: .init(name: "entente", version: ProgramVersion.text),
      run: .init(
        caseID: subject.id, seed: analysis.seed, draws: analysis.draws, files: subject.files),
      title: subject.title, question: subject.question, asOf: analysis.panel?.lastDay,
      coverage: coverage(analysis), headline: headline, keyNumbers: keyNumbers,
      answers: answers.all(),
      actors: subject.actors.map { .init(code: $0.code, name: $0.name, role: $0.role.rawValue) },
      groups: subject.groups.map { .init(id: $0.id, title: $0.title, members: $0.members) },
      legs: legs, periods: periods, blocs: blocs, dating: dating,
      curves: curves(analysis), marks: marks(analysis), attribution: attribution,
      paths: paths, cascade: cascade, moves: moves, measures: measures, strategies: strategies,
      hub: hub,
      hedging: hedging.isEmpty ? nil : hedging,
      documents: documents(subject, claims),
      claims: claims, questions: questions(subject), afterwards: afterwards(analysis, axis),
      mentioned: mentioned(in: claims, evidence.lines, of: subject), robustness: robustness,
      methods: methodNotes, sources: sourceNotes(of: subject),
      limits: limits(of: subject, analysis), citations: citations(of: subject),
      evidence: evidence.lines)
  }

  private static func coverage(_ analysis: CaseAnalysis) -> BriefReport.Coverage {
    let panel = analysis.panel
    return .init(
      weeks: panel?.weeks.count ?? 0, from: panel?.weeks.first, to: panel?.lastDay,
      missingDays: panel?.missingDays ?? 0, daysPresent: panel?.daysPresent ?? [])
  }

  private static func documents(
    _ subject: Case, _ claims: [ClaimVerdict]
  ) -> [BriefReport.DocumentReport] {
    subject.documents.map { document in
      let own = claims.filter { $0.document == document.id }
      var counts: [String: Int] = [:]
      for claim in own { counts[claim.verdict.rawValue, default: 0] += 1 }
      return .init(
        id: document.id, title: document.title, author: document.author,
        outlet: document.outlet, date: document.date, leansOn: document.leansOn,
        claims: own.count, repeating: own.count { !$0.repeats.isEmpty }, counts: counts)
    }
  }

  private static func questions(_ subject: Case) -> [BriefReport.QuestionReport] {
    subject.questions.map {
      .init(
        id: $0.id, question: $0.question, issuedBy: $0.issuedBy, issued: $0.issued,
        horizon: $0.horizon, outcome: $0.outcome.rawValue, resolved: $0.resolved,
        claim: $0.claim, isRetrodiction: $0.issuedBy == "own")
    }
  }

  static func mark(_ event: Event, isTrigger: Bool) -> BriefReport.EventMark {
    var actors: [ActorCode] = []
    for code in event.sources + event.targets where !actors.contains(code) { actors.append(code) }
    return .init(
      id: event.id, day: event.day, text: event.text, actors: actors, isTrigger: isTrigger,
      isContested: event.isContested, grade: event.grade?.rawValue, reference: event.reference)
  }

  private static func marks(_ analysis: CaseAnalysis) -> [BriefReport.EventMark] {
    let subject = analysis.subject
    return subject.triggers.compactMap(subject.event).sorted { ($0.day, $0.id) < ($1.day, $1.id) }
      .map { mark($0, isTrigger: true) }
  }

  /// Events whose ids stand in sentences of the report.
  private static func mentioned(
    in claims: [ClaimVerdict], _ lines: [Evidence], of subject: Case
  ) -> [BriefReport.EventMark] {
    var texts = lines.flatMap { [$0.text, $0.sample] }
    for claim in claims {
      texts += [claim.because] + claim.wouldFlip + claim.stability.flips
      for test in claim.parts.flatMap(\.tests) {
        texts += [test.finding, test.wouldFlip, test.reason ?? ""] + test.assumptions
        texts += test.evidence.flatMap { [$0.text, $0.sample] }
      }
    }
    var words: Set<Substring> = []
    for text in texts {
      words.formUnion(text.split { !($0.isLetter || $0.isNumber || $0 == "-") })
    }
    return subject.events.filter { words.contains(Substring($0.id)) }
      .sorted { ($0.day, $0.id) < ($1.day, $1.id) }.map { mark($0, isTrigger: false) }
  }

  /// What happened among the first bloc's states after the series ends: at most 40 events, agreements
  /// and acts of force before meetings.
  private static func afterwards(
    _ analysis: CaseAnalysis, _ axis: Axis
  ) -> [BriefReport.EventMark] {
    guard let last = analysis.panel?.lastDay else { return [] }
    let members = Set(axis.first?.members ?? analysis.subject.core)
    let telling: Set<EventType> = [
      .agree, .support, .cooperate, .aid, .assault, .reject, .concede, .mobilize,
    ]
    return analysis.subject.events
      .filter { event in
        event.day > last && telling.contains(event.type)
          && members.intersection(event.sources + event.targets).count > 1
      }
      .sorted { ($0.day, $0.id) < ($1.day, $1.id) }.prefix(40).map { mark($0, isTrigger: false) }
  }
}

/// Lines of evidence in the order in which the report first speaks of them.
struct EvidenceList {
  private(set) var lines: [Evidence] = []
  private var ids: Set<String> = []

  /// Adds a line and gives its id back.
  mutating func add(_ line: Evidence) -> String {
    if ids.insert(line.id).inserted { lines.append(line) }
    return line.id
  }
}
