/// A signed, weighted network of actors.
public struct SignedNetwork: Hashable, Sendable {
  public let names: [String]
  /// One for each pair with a tie, by first and second actor.
  public let ties: [SignedTie]

  /// Adds up the weights of a list of arcs or edges; the order of the ends does not matter.
  ///
  /// Edge cases: a weight of 0 and a loop are no tie. Weights must be finite and ends must be
  /// positions in `names`.
  public init(
    names: [String], arcs: [(from: Int, to: Int, weight: Double)]
  ) {
    var sums: [Pair: (positive: Double, negative: Double)] = [:]
    for (from, to, weight) in arcs where from != to && weight != 0 {
      precondition(names.indices.contains(from) && names.indices.contains(to) && weight.isFinite)
      let pair = Pair(first: min(from, to), second: max(from, to))
      if weight > 0 {
        sums[pair, default: (0, 0)].positive += weight
      } else {
        sums[pair, default: (0, 0)].negative -= weight
      }
    }
    self.names = names
    ties = sums.map { pair, sum in
      SignedTie(
        first: pair.first, second: pair.second, positive: sum.positive, negative: sum.negative)
    }
    .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  init(names: [String], ties: [SignedTie]) {
    self.names = names
    self.ties = ties
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  public var positiveWeight: Double { ties.reduce(0) { $0 + $1.positive } }
  public var negativeWeight: Double { ties.reduce(0) { $0 + $1.negative } }

  /// Cost of a partition: positive weight between blocks and negative weight inside them.
  public func cost(of labels: [Int]) -> Double {
    precondition(labels.count == names.count, "one block for every actor")
    return ties.reduce(0) {
      $0 + (labels[$1.first] == labels[$1.second] ? $1.negative : $1.positive)
    }
  }
}
