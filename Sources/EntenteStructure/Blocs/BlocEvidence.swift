public import EntenteNumerics
public import EntenteRecord

/// What a span says about a given division into blocs: every pair apart, then together.
///
/// Relative affinity is not alliance: a warm leg is closer than both states' general conduct leads
/// to expect, no more.
public struct BlocEvidence: Hashable, Codable, Sendable {
  public struct Pair: Hashable, Codable, Sendable {
    public let dyad: Dyad
    public let affinity: Estimate
  }

  public struct Bloc: Hashable, Codable, Sendable {
    public let members: [ActorCode]
    public let legs: [Pair]
    /// Probability that all its legs are warm at once; nil for a bloc of one.
    public let allWarm: Estimate?
  }

  public let partition: Partition
  public let span: Span
  public let weeks: Int
  public let isThin: Bool
  public let blocs: [Bloc]
  public let crosses: [Pair]
  /// Every leg of every bloc is warm.
  public let allLegsWarm: Estimate
  /// Every pair across blocs is cold; nil for a single bloc.
  public let allCrossesCold: Estimate?
  /// Both at once.
  public let joint: Estimate
  /// Mean affinity within blocs less mean affinity across; nil unless there are pairs of both kinds.
  public let gap: Estimate?
  /// Share of draws in which it is the best two-way split; nil unless it has two blocs.
  public let supportTwoWay: Double?
  /// Share of draws in which it is the best of all partitions; nil above 12 states.
  public let supportAny: Double?
}

extension BlocSample {
  /// The evidence for a division of exactly these states.
  ///
  /// - Throws: `StructureError` with `.wrongSubject` if the division is of other states.
  public func evidence(for partition: Partition) throws(StructureError) -> BlocEvidence {
    guard partition.actors == actors else {
      throw StructureError(
        .wrongSubject,
        "the blocs \(partition) are not a division of "
          + actors.map(\.text).joined(separator: " "))
    }
    let legs = partition.legs.map { $0.compactMap { dyads.firstIndex(of: $0) } }
    let inside = legs.flatMap { $0 }
    let across = partition.crosses.compactMap { dyads.firstIndex(of: $0) }
    func areWarm(_ columns: [Int], _ draw: ArraySlice<Double>) -> Bool {
      columns.allSatisfy { draw[draw.startIndex + $0] > 0 }
    }
    func areCold(_ columns: [Int], _ draw: ArraySlice<Double>) -> Bool {
      columns.allSatisfy { draw[draw.startIndex + $0] < 0 }
    }
    func pairs(_ columns: [Int]) -> [BlocEvidence.Pair] {
      columns.compactMap { column in
        estimate(of: dyads[column]).map { BlocEvidence.Pair(dyad: dyads[column], affinity: $0) }
      }
    }
    let blocs = zip(partition.blocs, legs).map { members, columns in
      BlocEvidence.Bloc(
        members: members, legs: pairs(columns),
        allWarm: columns.isEmpty
          ? nil : probability("with every leg warm") { areWarm(columns, $0) })
    }
    func gap(_ values: ArraySlice<Double>) -> Double {
      Moments.mean(inside.map { values[values.startIndex + $0] })
        - Moments.mean(across.map { values[values.startIndex + $0] })
    }
    var difference: Estimate?
    if !inside.isEmpty, !across.isEmpty {
      difference = BlockBootstrap.estimate(
        value: gap(means[...]), draws: (0..<options.draws).map { gap(draw($0)) }, n: weeks,
        method: "mean within less mean across, \(weeks) weeks, bootstrap of \(block)-week blocks")
    }
    let two = partition.blocs.count == 2 ? try? ranking(.two) : nil
    let any = try? ranking(.any)
    return BlocEvidence(
      partition: partition, span: span, weeks: weeks, isThin: isThin, blocs: blocs,
      crosses: pairs(across),
      allLegsWarm: probability("with every leg warm") { areWarm(inside, $0) },
      allCrossesCold: across.isEmpty
        ? nil : probability("with every cross pair cold") { areCold(across, $0) },
      joint: probability("with every leg warm and every cross pair cold") {
        areWarm(inside, $0) && areCold(across, $0)
      }, gap: difference, supportTwoWay: two?.support(of: partition),
      supportAny: any?.support(of: partition))
  }
}
