import EntenteNumerics
import EntenteRecord

extension Conduct {
  /// The numbers behind the rules, for the reader.
  var measures: [StateStrategy.Measure] {
    var lines: [StateStrategy.Measure] = []
    func add(_ name: String, _ estimate: Estimate, _ unit: String, _ sources: [String]) {
      lines.append(.init(name: name, estimate: estimate, unit: unit, sources: sources))
    }
    let spending = "log points over three years"
    if let effort {
      add(
        "effort",
        Self.normal(effort, "spending's share of product, less the typical state's change"),
        spending, ["attributes"])
    }
    if let growth {
      add("growth", Self.normal(growth, "spending in constant prices"), spending, ["attributes"])
    }
    if let launches {
      add(
        "launches",
        Estimate(
          value: launches.count, n: 1, method: "count of the year", isExact: true),
        "a year; mean of the other years \(Self.short(launches.mean))", ["attributes"])
    }
    let (low, high) = PoissonRate.interval(
      count: jointActs, exposure: max(exposure, 1e-3), level: 0.9)
    add(
      "joint acts with partners",
      Estimate(
        value: Double(jointActs) / max(exposure, 1e-3), low: low, high: high, n: jointActs,
        method: "count over \(Self.short(exposure)) years, exact Poisson interval"),
      "a year; own mean \(Self.short(jointMean))", jointIDs)
    if let deepest = newTies.map(CaseEvidence.depth).max() {
      add(
        "deepest new tie with a partner",
        Estimate(value: deepest, n: newTies.count, method: "list of ties", isExact: true),
        "depth, 0 to 1", newTies.map(\.id))
    }
    if let found = meetingShare {
      add(
        "meetings with \(found.first) among those with \(found.first) and \(found.second)",
        found.share, "share", found.withFirst + found.withSecond)
    }
    for (other, found) in concessions.sorted(by: { $0.key < $1.key }) where found.count > 0 {
      add(
        "concessions to and pacts with \(other)",
        Estimate(value: found.count, n: found.ids.count, method: "count", isExact: true), "acts",
        found.ids)
    }
    for (other, found) in aid.sorted(by: { $0.key < $1.key }) where found.count > 0 {
      add(
        "support to \(other), which is at war",
        Estimate(
          value: found.count, n: found.ids.count,
          method: "acts weighted by the grade of contested ones", isExact: true), "acts", found.ids)
    }
    return lines
  }

  /// The share of meetings between the poles; nil where the case names none.
  var meetingShare: StateStrategy.Meetings? {
    guard let poles else { return nil }
    let (a, b) = (meetings.first, meetings.second)
    let half = 1.645 * (0.25 / Double(a + b + 1)).squareRoot()
    let share = (Double(a) + 0.5) / Double(a + b + 1)
    return StateStrategy.Meetings(
      first: poles.first, second: poles.second, withFirst: meetingIDs.first,
      withSecond: meetingIDs.second,
      share: Estimate(
        value: share, low: max(0, share - half), high: min(1, share + half), n: a + b,
        method: "\(a) of \(a + b), half a meeting added to each"))
  }

  /// Spending is published without error; a standard deviation of .04 is assumed.
  private static func normal(_ value: Double, _ what: String) -> Estimate {
    Estimate(
      value: value, low: value - 1.645 * 0.04, high: value + 1.645 * 0.04, n: 2,
      method: "\(what); error of .04 assumed")
  }

  private static func short(_ x: Double) -> String {
    let tenths = Int((10 * x).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
