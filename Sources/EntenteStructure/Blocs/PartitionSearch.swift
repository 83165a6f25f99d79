/// Finds the best divisions of a small signed, weighted complete graph, exactly.
///
/// Formula: maximise `Σ_within w − Σ_across w = Σ|w| − 2 cost`, where `cost = Σ|w|` over frustrated
/// pairs (negative within, positive across); so the largest sum within blocs is enough. Divisions are
/// walked as restricted growth strings; a branch is cut when even every positive weight left could
/// not reach the best sum so far.
///
/// - Complexity: at worst all 2^(n−1) − 1 splits, or the Bell number of set partitions.
public struct PartitionSearch: Sendable {
  /// How many blocs a division may have.
  public enum Ways: String, Codable, CaseIterable, Sendable {
    /// Exactly two.
    case two
    /// Any number, from one bloc to every state alone.
    case any

    /// Most states that are enumerated.
    public var limit: Int { self == .two ? 20 : 12 }
  }

  /// All divisions with the largest sum, as blocs of vertices.
  public struct Best: Hashable, Sendable {
    /// Labels by vertex in order of first appearance: 0 0 1 ....
    public let labels: [[Int]]
    public let cost: Double
    /// `Σ|w|`.
    public let weight: Double
  }

  public let count: Int
  public let ways: Ways

  /// - Throws: `StructureError` with `.tooLarge` or `.tooFew`.
  public init(count: Int, ways: Ways) throws(StructureError) {
    guard count >= 2 else {
      throw StructureError(.tooFew, "a division needs at least 2 states, found \(count)")
    }
    guard count <= ways.limit else {
      throw StructureError(
        .tooLarge,
        "\(count) states: n above \(ways.limit) for "
          + "\(ways == .two ? "two-way splits" : "all partitions"): not exact")
    }
    self.count = count
    self.ways = ways
  }

  /// The best divisions for weights of the pairs 01, 02, ..., 12, ....
  ///
  /// Edge cases: sums within 1e-12 of each other, relative to `Σ|w|`, are ties.
  public func best(_ weights: some RandomAccessCollection<Double>) -> Best {
    precondition(weights.count == count * (count - 1) / 2, "one weight for every pair")
    var walk = Walk(count: count, ways: ways, weights: weights)
    walk.place(0, blocs: 0, sum: 0)
    // Walked by weight of the vertices; named by their own order again.
    let labels = walk.found.map { found -> [Int] in
      var byVertex = [Int](repeating: 0, count: count)
      for (position, vertex) in walk.order.enumerated() { byVertex[vertex] = found[position] }
      return Self.canonical(byVertex)
    }
    return Best(
      labels: labels.sorted { $0.lexicographicallyPrecedes($1) },
      cost: max(0, walk.positive - walk.best), weight: walk.positive + walk.negative)
  }

  static func canonical(_ labels: [Int]) -> [Int] {
    var names: [Int: Int] = [:]
    return labels.map { label in
      let name = names[label] ?? names.count
      names[label] = name
      return name
    }
  }

  private struct Walk {
    let count: Int
    let ways: Ways
    let order: [Int]
    /// Weights by position in `order`, row-major.
    let matrix: [Double]
    /// Sum of positive weights that involve this position or a later one.
    let reachable: [Double]
    let positive: Double
    let negative: Double
    let tolerance: Double
    var labels: [Int]
    var best = -Double.infinity
    var found: [[Int]] = []

    init(count: Int, ways: Ways, weights: some RandomAccessCollection<Double>) {
      var square = [Double](repeating: 0, count: count * count)
      var load = [Double](repeating: 0, count: count)
      var (positive, negative) = (0.0, 0.0)
      var pair = weights.startIndex
      for i in 0..<count {
        for j in (i + 1)..<max(count, i + 1) {
          let weight = weights[pair]
          pair = weights.index(after: pair)
          square[i * count + j] = weight
          square[j * count + i] = weight
          load[i] += abs(weight)
          load[j] += abs(weight)
          if weight > 0 { positive += weight } else { negative -= weight }
        }
      }
      let order = (0..<count).sorted { (load[$1], $0) < (load[$0], $1) }
      var matrix = square
      for a in 0..<count {
        for b in 0..<count { matrix[a * count + b] = square[order[a] * count + order[b]] }
      }
      var reachable = [Double](repeating: 0, count: count + 1)
      for b in stride(from: count - 1, through: 0, by: -1) {
        reachable[b] = reachable[b + 1]
        for a in 0..<b { reachable[b] += max(0, matrix[a * count + b]) }
      }
      self.count = count
      self.ways = ways
      self.order = order
      self.matrix = matrix
      self.reachable = reachable
      self.positive = positive
      self.negative = negative
      tolerance = 1e-12 * (positive + negative)
      labels = [Int](repeating: 0, count: count)
    }

    mutating func place(_ position: Int, blocs: Int, sum: Double) {
      if position == count {
        guard ways == .any || blocs == 2, sum >= best - tolerance else { return }
        if sum > best + tolerance { found.removeAll() }
        best = max(best, sum)
        found.append(labels)
        return
      }
      guard sum + reachable[position] >= best - tolerance else { return }
      let most = ways == .two ? min(blocs, 1) : blocs
      for label in 0...most {
        var gain = 0.0
        for earlier in 0..<position where labels[earlier] == label {
          gain += matrix[earlier * count + position]
        }
        labels[position] = label
        place(position + 1, blocs: max(blocs, label + 1), sum: sum + gain)
      }
    }
  }
}
