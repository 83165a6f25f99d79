import EntenteHistory
import EntenteNumerics
public import EntenteRecord
public import EntenteStructure

struct BlocKey: Hashable, Sendable {
  let partition: Partition
  let span: Span
  let settings: Settings
}

/// What a span says of a division, or why it says nothing.
public struct BlocResult: Sendable {
  public let evidence: BlocEvidence?
  public let best: Partition?
  public let problem: String?
}

extension CaseAnalysis {
  /// How structures are resampled under some settings.
  public func structureOptions(under settings: Settings = Settings()) -> StructureOptions {
    StructureOptions(
      seed: seed, draws: draws(under: settings), block: settings.blockLength, threads: 1)
  }

  /// The evidence for a division over a span.
  public func blocs(
    _ partition: Partition, in span: Span, under settings: Settings = Settings()
  ) -> BlocResult {
    var own = settings.ofSeries
    own.skippedWeeks = 0
    own.blockLength = settings.blockLength
    return blocMemo.value(of: BlocKey(partition: partition, span: span, settings: own)) {
      guard let affinity = affinity(under: own) else {
        return BlocResult(evidence: nil, best: nil, problem: panelProblem)
      }
      do {
        let sample = try BlocSample(
          of: affinity, actors: partition.actors, in: span, options: structureOptions(under: own))
        return BlocResult(
          evidence: try sample.evidence(for: partition), best: try sample.ranking(.two).best,
          problem: nil)
      } catch {
        return BlocResult(evidence: nil, best: nil, problem: "\(error)")
      }
    }
  }

  /// The case's two blocs as a division of its core states, if they are one.
  public var casePartition: Partition? {
    let groups = subject.blocs.compactMap(subject.group)
    guard groups.count == 2, let partition = Partition(groups.map(\.members)),
      partition.actors == subject.core
    else { return nil }
    return partition
  }
}
