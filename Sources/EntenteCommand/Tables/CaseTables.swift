import EntenteHistory
import EntenteRecord
import EntenteStrategies
import EntenteStructure

/// The tables of the structure commands, taken from a case.
struct CaseTables {
  let subject: Case

  /// A complaint that the case lacks something.
  private func lacking(_ expected: String, found: String, hint: String? = nil) -> BadInput {
    BadInput(
      "\(subject.id): expected \(expected), found \(found)"
        + (hint.map { "\n    hint: \($0)" } ?? ""))
  }

  private static func list(_ states: [ActorCode]) -> String {
    states.map(\.text).joined(separator: " ")
  }

  // MARK: - Capabilities

  /// Components of the core states, from attributes named `nmc-` and the component.
  func capabilities(components: [String]) throws -> CapabilityTable {
    var values: [Int: [ActorCode: [String: Double]]] = [:]
    for row in subject.attributes where row.value.isFinite && row.value >= 0 {
      guard case .state(let state) = row.subject, subject.core.contains(state),
        row.variable.hasPrefix("nmc-"), components.contains(String(row.variable.dropFirst(4)))
      else { continue }
      values[row.year, default: [:]][state, default: [:]][String(row.variable.dropFirst(4))] =
        row.value
    }
    let rows = values.filter { $0.value.count >= 2 }.flatMap { year, states in
      states.map { state, found in
        CapabilityTable.Row(
          state: state.text, year: year, values: components.map { found[$0] })
      }
    }
    guard !rows.isEmpty else {
      throw lacking(
        "yearly attributes \(components.map { "nmc-" + $0 }.joined(separator: ", ")) of two core states",
        found: "none of a year", hint: "give a table of capabilities instead of a case")
    }
    return CapabilityTable(components: components, rows: rows)
  }

  /// Shares are among the case's states, which is not the world.
  var capabilityNote: String {
    "shares among the \(subject.core.count) core states of the case, component by component; the brief "
      + "divides the states' shares of the world instead, and differs a little"
  }

  // MARK: - Volumes

  /// The weekly sums of the case's affinity series.
  func volumes() throws -> DyadVolumes {
    do {
      return DyadVolumes(try WeeklyPanel(case: subject))
    } catch {
      throw lacking(
        "a series of pairs by week or day to take volume from", found: error.message,
        hint: "give a table of volumes instead of a case")
    }
  }

  /// The same, where every pair of every state is there: a lift compares a region with the rest.
  func volumesOfAllPairs(for members: [String]) throws -> DyadVolumes {
    let found = try volumes()
    let n = found.states.count
    let pairs = subject.affinity.flatMap { subject.series($0.series) }?.observations.keys.count {
      if case .pair = $0 { true } else { false }
    }
    guard pairs == n * (n - 1) / 2, n >= 2 * members.count else {
      throw lacking(
        "the weekly volume of all pairs of all states, since a lift compares a region with the rest "
          + "of the world",
        found: "\(pairs ?? 0) of the \(n * (n - 1) / 2) pairs of \(n) states",
        hint: "give a table of all pairs instead of a case")
    }
    return found
  }

  /// The bloc that a hub stands in.
  func members(around hub: String) throws -> [String] {
    let blocs = subject.blocs.compactMap(subject.group)
    guard let bloc = blocs.first(where: { $0.members.contains { $0.text == hub } }) else {
      throw lacking(
        "a bloc with the hub \(hub) in it",
        found: blocs.isEmpty
          ? "no blocs" : blocs.map { Self.list($0.members) }.joined(separator: " and "),
        hint: "name the group with --members, and its hub with --hub")
    }
    return bloc.members.map(\.text)
  }

  /// What the case rests the institution of a group on; nil if it has no such group.
  func institution(of members: [String]) -> [Institutionalisation.Evidence]? {
    let group = subject.groups.first { Set($0.members.map(\.text)) == Set(members) }
    return group.flatMap { Institutionalisation.evidence(of: $0.id, in: subject) }
  }

  // MARK: - Trade

  /// Shares in the states' own trade, as trade with a total of 100.
  func trade() throws -> TradeFlows {
    let rows = subject.attributes.compactMap { row -> TradeFlows.Row? in
      guard row.variable == "trade-share", row.value.isFinite,
        case .directed(let from, let to) = row.subject
      else { return nil }
      return TradeFlows.Row(
        from: from.text, to: to.text, year: row.year, value: row.value, total: 100)
    }
    guard !rows.isEmpty else {
      throw lacking(
        "yearly attributes trade-share of a state's partners, like KOR>CHN", found: "none",
        hint: "give a table of trade instead of a case")
    }
    return TradeFlows(rows)
  }

  /// The last year in which both states of a pair report their trade with each other.
  static func lastPaired(_ flows: TradeFlows) -> Int? {
    flows.years.last { year in
      flows.reporters.contains { one in
        flows.partners(of: one, in: year).contains { flows.trade($0, one, year) != nil }
      }
    }
  }

  // MARK: - Alliances

  /// Parts of the fears in every standing obligation of two core states: threat, capabilities and
  /// obligation; a case does not hold the rest.
  func alliances(options: StrategyOptions) throws -> [AllianceDilemma.Parts] {
    let ties = subject.ties.filter { $0.obligation == .defence || $0.obligation == .consultation }
    guard !ties.isEmpty else {
      throw lacking(
        "ties with an obligation of defence or consultation", found: "none in ties.csv",
        hint: "give a table of alliances instead of a case")
    }
    guard subject.attributes.contains(where: { $0.variable == "cinc" }) else {
      throw lacking(
        "yearly attributes cinc of the states", found: "none",
        hint: "give a table of alliances instead of a case")
    }
    let table = Strategies.table(of: CaseEvidence(of: subject), options: options)
    return table.flatMap { row -> [AllianceDilemma.Parts] in
      let year = row.span.to.civil.year
      let threats = row.threats.compactMap { threat in
        capability(of: threat.state, to: year).map { threat.share * $0 }
      }
      return subject.core.filter { $0 != row.state }.compactMap { ally in
        let standing = ties.filter { tie in
          tie.members.contains(row.state) && tie.members.contains(ally) && tie.start <= row.span.to
            && (tie.end.map { $0 >= row.span.to } ?? true)
        }
        guard !standing.isEmpty else { return nil }
        return AllianceDilemma.Parts(
          state: row.state.text, ally: ally.text, year: year,
          threat: threats.isEmpty || threats.count < row.threats.count
            ? nil : threats.reduce(0, +),
          capability: capability(of: row.state, to: year),
          allyCapability: capability(of: ally, to: year),
          obligation: standing.contains { $0.obligation == .defence } ? 1 : 0.5, troops: nil,
          consultation: nil, allyConflict: nil, alignment: nil)
      }
    }
  }

  /// CINC of the year, or of the last year before it.
  private func capability(of state: ActorCode, to year: Int) -> Double? {
    subject.attributes.filter {
      $0.variable == "cinc" && $0.subject == .state(state) && $0.year <= year
    }.max { $0.year < $1.year }?.value
  }

  var allianceNote: String {
    let last = subject.attributes.filter { $0.variable == "cinc" }.map(\.year).max() ?? 0
    return
      "threat: CINC of the main threats, each by its share of the draws of entente strategies; "
      + "CINC of \(last) stands for later years; obligation 1 for defence, 0.5 for consultation; a case "
      + "holds no troops, consultations or alignments, so commitment rests on the obligation alone and "
      + "entrapment is not told"
  }
}
