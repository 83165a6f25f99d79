public import EntenteHistory
import EntenteNumerics
public import EntenteRecord

/// The best divisions of the same states from period to period, and which changes are supported.
public struct BlocHistory: Hashable, Codable, Sendable {
  public struct Era: Hashable, Codable, Sendable {
    /// `2023H2`.
    public let period: String
    public let span: Span
    public let weeks: Int
    /// Fewer than 13 weeks: not to be shown as a period.
    public let isThin: Bool
    public let twoWay: PartitionRanking
    public let any: PartitionRanking
    /// What the period says about the division that was asked about, if one was.
    public let evidence: BlocEvidence?
  }

  /// Two neighbouring periods with different best divisions.
  public struct Change: Hashable, Codable, Sendable {
    public let ways: PartitionSearch.Ways
    public let from: String
    public let to: String
    public let before: Partition
    public let after: Partition
    /// Share of draws of the earlier period in which `before` beats `after`.
    public let shareBefore: Double
    /// Share of draws of the later period in which `after` beats `before`.
    public let shareAfter: Double
    /// Both shares are at least nine tenths.
    public var isSupported: Bool { min(shareBefore, shareAfter) >= 0.9 }
  }

  public let actors: [ActorCode]
  /// Periods with 6 weeks of data or more, in order of time.
  public let eras: [Era]
  /// Between neighbouring periods that are not thin, two-way first.
  public let changes: [Change]

  /// - Parameter blocs: a division to gather evidence for in every period.
  /// - Throws: `StructureError` with `.notAvailable`, `.tooLarge` or `.wrongSubject`; periods with
  ///   too few weeks are left out instead.
  public init(
    of affinity: AffinityPanel, actors: [ActorCode], by length: Period.Length = .half,
    blocs: Partition? = nil, options: StructureOptions = StructureOptions()
  ) throws(StructureError) {
    let days = affinity.series.values.flatMap { [$0.weeks.first, $0.weeks.last] }.compactMap { $0 }
    guard let first = days.min(), let last = days.max(),
      let whole = Span(from: first.adding(days: 3), to: last.adding(days: 3))
    else {
      let reason = affinity.reasons.sorted { $0.key < $1.key }.first?.value
      throw StructureError(.notAvailable, reason ?? "no pair has affinity")
    }
    var eras: [Era] = []
    var samples: [BlocSample] = []
    for period in Period.covering(whole, by: length) {
      guard let span = period.span else { continue }
      let sample: BlocSample
      do {
        sample = try BlocSample(
          of: affinity, actors: actors, in: span, name: period.description, options: options)
      } catch {
        guard error.code == .tooFew, actors.count > 1 else { throw error }
        continue
      }
      var evidence: BlocEvidence?
      if let blocs { evidence = try sample.evidence(for: blocs) }
      eras.append(
        Era(
          period: period.description, span: span, weeks: sample.weeks, isThin: sample.isThin,
          twoWay: try sample.ranking(.two), any: try sample.ranking(.any), evidence: evidence))
      samples.append(sample)
    }
    self.actors = Set(actors).sorted()
    self.eras = eras
    changes = PartitionSearch.Ways.allCases.flatMap { ways in
      Self.changes(zip(eras, samples).filter { !$0.0.isThin }, ways)
    }
  }

  private static func changes(
    _ shown: [(Era, BlocSample)], _ ways: PartitionSearch.Ways
  ) -> [Change] {
    zip(shown, shown.dropFirst()).compactMap { earlier, later in
      let before = ways == .two ? earlier.0.twoWay.best : earlier.0.any.best
      let after = ways == .two ? later.0.twoWay.best : later.0.any.best
      guard before != after else { return nil }
      return Change(
        ways: ways, from: earlier.0.period, to: later.0.period, before: before, after: after,
        shareBefore: earlier.1.share(of: before, beating: after),
        shareAfter: later.1.share(of: after, beating: before))
    }
  }
}

extension BlocSample {
  /// Share of draws in which one division costs less than another; draws with equal cost count half.
  public func share(of partition: Partition, beating other: Partition) -> Double {
    func columns(_ partition: Partition) -> [Int] {
      partition.legs.flatMap { $0 }.compactMap { dyads.firstIndex(of: $0) }
    }
    let (ours, theirs) = (columns(partition), columns(other))
    var wins = 0.0
    for index in 0..<options.draws {
      let draw = draw(index)
      let gap =
        Moments.sum(ours.map { draw[draw.startIndex + $0] })
        - Moments.sum(theirs.map { draw[draw.startIndex + $0] })
      wins += gap > 0 ? 1 : gap == 0 ? 0.5 : 0
    }
    return wins / Double(options.draws)
  }
}
