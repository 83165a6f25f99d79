import EntenteClaims
import EntenteHistory
public import EntenteRecord

extension BriefBuilder {
  /// What to cite when using a case: the program, its data, its methods, and the articles judged.
  public static func citations(of subject: Case) -> [String] {
    var lines = ["Entente \(ProgramVersion.text), case \(subject.id)."]
    for document in subject.documents {
      lines.append("\(document.author): \(document.title). \(document.outlet), \(document.date).")
    }
    var seen: Set<String> = []
    for series in subject.series where seen.insert(series.declaration.source).inserted {
      lines.append("\(series.declaration.source). \(series.declaration.terms)")
    }
    return lines
      + methodNotes.filter { !$0.reference.isEmpty }.map { "\($0.title): \($0.reference)" }
  }

  static let methodNotes: [BriefReport.MethodNote] = [
    .init(
      id: "affinity", title: "Affinity",
      text:
        "Weekly sums of signed news scores are divided by the world's volume of the same days, tamed by a signed square root, and cleared of what each state does towards everybody. The rest says who is closer to whom than expected; it never says who is allied. Means carry intervals from bootstraps in blocks of weeks.",
      reference: "Kunsch 1989, Annals of Statistics 17; docs/measuring.md"),
    .init(
      id: "bloc", title: "Blocs",
      text:
        "All partitions of the core states are tried in every half-year; the best leaves the least enmity inside and affinity across. Support is the share of bootstrap draws in which a partition is the best.",
      reference: "Doreian & Mrvar 1996, Social Networks 18; docs/measuring.md"),
    .init(
      id: "strategies", title: "Strategies",
      text:
        "Yearly measures of spending, joint acts, new ties, meetings and support to states at war are drawn with their errors, together with thresholds and the weights that say who is the main threat; written rules give each strategy a support between 0 and 1 in every draw. The rules are Entente's own. Hedging and buck-passing are shown and never decided: on coded history the rules did not tell them from other conduct.",
      reference: "Waltz 1979; Walt 1987; Schweller 1994; Kuik 2008; docs/strategies.md"),
    .init(
      id: "dating", title: "Dating",
      text:
        "A weekly series is cut by exact least-squares segmentation; a break must gain more than in series of the same noise without one, drawn by bootstrap of blocks. Each break has a 90% interval of dates. Lasting shifts and passing episodes are told apart. P-values are corrected over all pairs by Benjamini-Hochberg. The stated rate covers the first break; further ones are less certain.",
      reference:
        "Auger & Lawrence 1989, Bull. Math. Biol. 51; Benjamini & Hochberg 1995, JRSS B 57; docs/dating.md"
    ),
    .init(
      id: "attribution", title: "Attribution",
      text:
        "Each dated trigger, triggers adding up, a common shock, and none of those listed (another date, near or far, or nothing) compete as explanations of the response. Evidence is averaged over shapes, sizes, lags and noise, turned into weights by constants fitted on made-up worlds, and checked on real pairs with planted effects. Effects of the 13 weeks after a date stand beside placebo dates and placebo pairs.",
      reference: "docs/attribution.md; docs/calibration.md"),
    .init(
      id: "excitation", title: "Who triggered what",
      text:
        "Events of complete collections are taken for a process in which each event raises the rate of later ones, fading exponentially. For each event the probabilities follow that an earlier one, or none on record, triggered it. A common cause outside the record, or a calendar, looks like a trigger.",
      reference:
        "Hawkes 1971, Biometrika 58; Zhuang, Ogata & Vere-Jones 2002, JASA 97; docs/triggers.md"),
    .init(
      id: "leading", title: "Who moves first, who answers",
      text:
        "Two series of what each state does to the other are asked whether the past of the one helps to foretell the other beyond the other's own, both ways, with lags by Akaike's criterion for small samples (AICc) and p-values from bootstraps corrected over all pairs; partners shifted in time must not do as well. Richardson's equation says how much of the other's last period each side gives back. Values enter as signed square roots, less the mean of each unbroken stretch of the record. Orders in time, no causes.",
      reference:
        "Granger 1969, Econometrica 37; Richardson 1960; docs/hawkes.md"),
    .init(
      id: "measure", title: "Levels, changes, trends",
      text:
        "Means over a period, differences of means, and slopes, with 90% intervals from block bootstraps, exact Poisson ratios or the source's own margins. Yearly reported figures are exact as reported.",
      reference: "docs/measuring.md"),
    .init(
      id: "count", title: "Counts of events",
      text:
        "Rates of two periods are compared exactly given their total, and only over categories of the chronology that are complete, or nearly: a count over a sample measures the collector.",
      reference: "Przyborowski & Wilenski 1940, Biometrika 31"),
    .init(
      id: "record", title: "Record",
      text:
        "Facts and events for and against, and their order. Contested events keep who claims and who denies; those graded C or D decide nothing.",
      reference: "docs/verdicts.md"),
    .init(
      id: "outcome", title: "Outcomes",
      text: "A forecast question is settled by its written rule.", reference: "docs/verdicts.md"),
    .init(
      id: "verdict", title: "Verdicts",
      text:
        "Written rules lead from tests to parts and from parts to claims. Each verdict is made again under every combination of reasonable choices and becomes cannot tell where it stands in fewer than half.",
      reference: "docs/verdicts.md"),
  ]

  static func sourceNotes(of subject: Case) -> [BriefReport.SourceNote] {
    func hash(_ path: String) -> String { subject.files.first { $0.path == path }?.sha256 ?? "" }
    var notes = subject.series.map { series in
      BriefReport.SourceNote(
        id: series.declaration.id, title: series.declaration.title,
        source: series.declaration.source, terms: series.declaration.terms,
        file: series.declaration.file, sha256: hash(series.declaration.file))
    }
    let own = "The case's own compilation; see the README beside it."
    for (id, title, file) in [
      ("chronology", "Chronology of events", "chronology.csv"), ("facts", "Findings", "facts.csv"),
      ("attributes", "Yearly attributes of states", "attributes.csv"),
      ("ties", "Treaties, forums and other ties", "ties.csv"),
      ("questions", "Forecast questions", "questions.yaml"),
      ("claims", "Claims and their tests", "claims.yaml"),
    ] where subject.files.contains(where: { $0.path == file }) {
      notes.append(
        .init(
          id: id, title: title, source: own, terms: "Apache-2.0, facts without claim of ownership",
          file: file, sha256: hash(file)))
    }
    return notes
  }

  static func limits(of subject: Case, _ analysis: CaseAnalysis) -> [String] {
    var lines: [String] = []
    if let panel = analysis.panel {
      lines.append(
        "Affinity ends on \(panel.lastDay.text); what lies after it is told as record, not measured."
      )
      lines.append(
        "Affinity is relative and undirected: it cannot show who acted first, nor who is allied.")
      if let series = subject.directed.flatMap(subject.series), let last = series.lastDay {
        lines.append(
          "Who acted first is read from a directed series that ends on \(last.text).")
      }
      let count = subject.core.count
      if subject.affinity?.actorEffects.isEmpty == true, count > 3 {
        lines.append(
          "The states' general conduct is fitted on the case's own \(count) states: of a shift of one pair alone \(Wording.percent(Double(count - 3) / Double(count - 1))) is left in its affinity."
        )
      }
      if panel.missingDays > 0 {
        lines.append("\(panel.missingDays) days have no data and are missing, never zero.")
      }
      lines.append(
        "News scores follow what is reported, in the languages that are read; silence is not peace."
      )
    } else {
      lines.append("Nothing is measured: \(analysis.panelProblem ?? "no affinity series").")
    }
    if subject.documents.contains(where: { !$0.leansOn.isEmpty }) {
      lines.append("One document follows the other; where both agree they are one source.")
    }
    let unreferenced = subject.events.count { $0.reference == nil }
    if unreferenced > 0 {
      lines.append(
        "\(unreferenced) of \(subject.events.count) events carry no reference; verdicts on them rest on the chronology's compilers."
      )
    }
    let recalled = subject.facts.count { $0.known != .read }
    if recalled > 0 {
      lines.append(
        "\(recalled) of \(subject.facts.count) findings were not read in a source by the case's authors."
      )
    }
    lines.append(
      "Scored forecasts and what-if runs are not part of this version and are left out."
    )
    return lines
  }
}
