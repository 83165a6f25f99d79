/// The optimal partition under ``MeanCost`` with segments of one value or more, by functional pruning.
///
/// For each candidate s of the last break, `q_s(μ) = F(s) + β + Σ_{t > s} (y_t − μ)²` is a parabola in
/// the level μ of the last segment. Only candidates that are lowest for some μ can ever win: the line
/// of levels is kept as intervals, each with its candidate. A new candidate starts flat at
/// `F(t) + β` and takes every stretch where the others lie higher.
///
/// Common terms cancel: with running sums S and Q of y and y², the parabola less `Q_t` is
/// `(F(s) + β − Q_s) + (t − s) μ² − 2 μ (S_t − S_s)`, so a step touches no parabola.
///
/// - Complexity: O(*n* pieces), where there are some ten pieces in practice.
/// - SeeAlso: Maidstone, Hocking, Rigaill & Fearnhead (2017), Statistics and Computing 27, 519-533.
enum FunctionalPruning {
  /// A candidate's hold on a stretch of levels.
  private struct Piece {
    var low: Double
    var high: Double
    var start: Int32
    /// `F(s) + β − Q_s` and `S_s`.
    var constant: Double
    var sum: Double
  }

  static func breaks(_ cost: MeanCost, penalty: Double) -> [Int] {
    let values = cost.values
    guard let lowest = values.min(), let highest = values.max() else { return [] }
    var last = [Int32](repeating: 0, count: values.count + 1)
    var pieces = [Piece(low: lowest, high: highest, start: 0, constant: 0, sum: 0)]
    var next: [Piece] = []
    var (sum, square) = (0.0, 0.0)
    for (t, value) in values.enumerated() {
      sum += value
      square += value * value
      let end = t + 1
      // F(t) − Q_t, and the candidate that reaches it.
      var best = Double.infinity
      var winner: Int32 = 0
      for piece in pieces {
        let length = Double(end - Int(piece.start))
        let total = sum - piece.sum
        let level = min(piece.high, max(piece.low, total / length))
        let reached = piece.constant + level * (length * level - 2 * total)
        if reached < best {
          best = reached
          winner = piece.start
        }
      }
      last[end] = winner
      guard end < values.count else { break }
      let bar = best + penalty
      next.removeAll(keepingCapacity: true)
      let fresh = Piece(
        low: 0, high: 0, start: Int32(end), constant: best + penalty, sum: sum)
      for piece in pieces {
        let length = Double(end - Int(piece.start))
        let total = sum - piece.sum
        let centre = total / length
        // Where the parabola lies below the bar.
        let reach = (bar - piece.constant) / length + centre * centre
        guard reach > 0 else {
          append(fresh, piece.low, piece.high, to: &next)
          continue
        }
        let half = reach.squareRoot()
        let low = max(piece.low, centre - half)
        let high = min(piece.high, centre + half)
        guard low < high else {
          append(fresh, piece.low, piece.high, to: &next)
          continue
        }
        append(fresh, piece.low, low, to: &next)
        append(piece, low, high, to: &next)
        append(fresh, high, piece.high, to: &next)
      }
      swap(&pieces, &next)
    }
    var breaks: [Int] = []
    var end = Int(last[values.count])
    while end > 0 {
      breaks.append(end)
      end = Int(last[end])
    }
    return breaks.reversed()
  }

  /// Adds a stretch, joined to the one before it if that is the same candidate's.
  @inline(__always)
  private static func append(
    _ piece: Piece, _ low: Double, _ high: Double, to pieces: inout [Piece]
  ) {
    guard low < high else { return }
    if let end = pieces.indices.last, pieces[end].start == piece.start {
      pieces[end].high = high
    } else {
      var piece = piece
      piece.low = low
      piece.high = high
      pieces.append(piece)
    }
  }
}
