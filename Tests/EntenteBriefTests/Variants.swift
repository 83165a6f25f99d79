import EntenteBrief
import EntenteClaims
import EntenteNumerics
import EntenteRecord

/// Reports that lack something; a page must come out of each.
enum Variants {
  static let all: [(name: String, report: BriefReport)] = [
    ("full", Sample.report()), ("unmeasured", unmeasured()), ("single", single()),
    ("blocless", blocless()), ("bare", bare()), ("broken", broken()), ("twelve", twelve()),
  ]

  static let names = all.map(\.name)

  struct Unknown: Error {}

  static func report(_ name: String) throws -> BriefReport {
    guard let found = all.first(where: { $0.name == name }) else { throw Unknown() }
    return found.report
  }

  /// No affinity series at all.
  static func unmeasured() -> BriefReport {
    var report = Sample.report()
    report.headline = .init(
      text: "Not measured", deck: "The case has no series of affinity.", asOf: "",
      reading: "not-measured")
    report.asOf = nil
    report.coverage = .init(weeks: 0, from: nil, to: nil, missingDays: 0, daysPresent: [])
    report.keyNumbers = []
    report.legs = []
    report.periods = []
    report.blocs = nil
    report.dating = []
    report.curves = []
    report.attribution = []
    report.measures = []
    report.robustness = []
    report.answers = report.answers.filter { $0.id == "claims" }
    return report
  }

  /// One document, three states, a long title.
  static func single() -> BriefReport {
    var report = Sample.report()
    report.title = "A case whose title is a good deal longer than any title ought to be, on and on"
    report.documents = [report.documents[0]]
    report.claims = report.claims.filter { $0.document == report.documents[0].id }
    report.actors = Array(report.actors.prefix(3))
    return report
  }

  /// No blocs, no breaks, no days per week.
  static func blocless() -> BriefReport {
    var report = Sample.report()
    report.groups = []
    report.blocs = nil
    for i in report.legs.indices { report.legs[i].side = "other" }
    for i in report.dating.indices {
      report.dating[i].side = "other"
      report.dating[i].breaks = []
      report.dating[i].survives = false
    }
    report.coverage.daysPresent = []
    report.marks = []
    report.attribution = []
    return report
  }

  /// Nothing but a headline.
  static func bare() -> BriefReport {
    var report = unmeasured()
    report.answers = []
    report.claims = []
    report.documents = []
    report.actors = []
    report.groups = []
    report.marks = []
    report.questions = []
    report.afterwards = []
    report.measures = []
    report.methods = []
    report.sources = []
    report.limits = []
    report.citations = []
    report.evidence = []
    report.question = nil
    return report
  }

  /// Numbers that are not finite, or not there.
  static func broken() -> BriefReport {
    var report = Sample.report()
    let nothing = Estimate(value: .nan, low: -.infinity, high: .nan, n: 0, method: "broken")
    for i in report.legs.indices {
      report.legs[i].adjusted = i % 3 == 0 ? nothing : nil
      report.legs[i].word = "cannot tell"
    }
    for i in report.periods.indices { report.periods[i].cells[0].adjusted = nothing }
    for i in report.curves.indices { report.curves[i].values[5] = .nan }
    report.attribution[0].weights[0].low = .nan
    report.attribution[0].independentDates = 0
    return report
  }

  /// Twelve states, sixty-six pairs.
  static func twelve() -> BriefReport {
    var report = Sample.report()
    let more = Sample.actors(["AUS", "IND", "MNG", "PHL", "TWN", "VNM"])
    let names = ["Australia", "India", "Mongolia", "Philippines", "Taiwan", "Vietnam"]
    report.actors += zip(more, names).map { .init(code: $0, name: $1, role: "core") }
    let curves = report.curves
    report.curves = Dyad.all(of: Sample.codes + more).enumerated().map { place, dyad in
      var curve = curves[place % curves.count]
      curve.dyad = dyad
      return curve
    }
    return report
  }
}
