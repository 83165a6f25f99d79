/// The levels of a segmentation once short stretches between two breaks were told apart:
/// passages of a lasting change, or transient episodes.
struct Levels: Equatable {
  /// Weeks of one level; several ranges where an episode was taken out of its midst.
  struct Level: Equatable {
    var ranges: [Range<Int>]
    var sum: Double
    var count: Int
    var mean: Double { sum / Double(count) }
    var length: Int { (ranges.last?.upperBound ?? 0) - (ranges.first?.lowerBound ?? 0) }
  }

  /// A lasting change between two neighbouring levels.
  struct Boundary: Equatable {
    /// The break it is dated at.
    var index: Int
    /// Weeks of neither level.
    var transition: Range<Int>?
  }

  struct Transient: Equatable {
    let weeks: Range<Int>
    let surroundings: [Range<Int>]
  }

  private(set) var levels: [Level]
  private(set) var boundaries: [Boundary]
  private(set) var transients: [Transient] = []

  /// Takes the shortest flanked stretch below `episodeLength` first, the earliest among equals.
  ///
  /// Its weeks dropped, the neighbours differ if `n₁ n₂/(n₁+n₂) (ȳ₁ − ȳ₂)² > β`: a lasting change,
  /// dated at that edge of the stretch whose sign agrees (the larger, if both do). If they do not
  /// differ, the stretch is transient and its neighbours are one level.
  init(values: [Double], breaks: [Int], episodeLength: Int, penalty: Double) {
    levels = zip([0] + breaks, breaks + [values.count]).map { start, end in
      Level(
        ranges: [start..<end], sum: values[start..<end].reduce(0, +), count: end - start)
    }
    boundaries = breaks.map { Boundary(index: $0, transition: nil) }
    while levels.count > 2 {
      let interior = (1..<(levels.count - 1)).filter { levels[$0].length < episodeLength }
      guard let at = interior.min(by: { (levels[$0].count, $0) < (levels[$1].count, $1) }) else {
        break
      }
      resolve(at, penalty: penalty)
    }
    transients.sort { $0.weeks.lowerBound < $1.weeks.lowerBound }
  }

  private mutating func resolve(_ at: Int, penalty: Double) {
    let (left, middle, right) = (levels[at - 1], levels[at], levels[at + 1])
    let (n1, n2) = (Double(left.count), Double(right.count))
    let difference = right.mean - left.mean
    let (into, outOf) = (middle.mean - left.mean, right.mean - middle.mean)
    let start = boundaries[at - 1].transition?.lowerBound ?? boundaries[at - 1].index
    let end = boundaries[at].transition?.upperBound ?? boundaries[at].index
    let weeks = start..<end
    if n1 * n2 / (n1 + n2) * difference * difference > penalty {
      // Along the sign of the whole change, the larger of the two steps.
      let along = difference < 0 ? -1.0 : 1.0
      let index = along * into >= along * outOf ? boundaries[at - 1].index : boundaries[at].index
      boundaries[at - 1] = Boundary(index: index, transition: weeks)
      boundaries.remove(at: at)
      levels.remove(at: at)
    } else {
      let merged = Level(
        ranges: left.ranges + right.ranges, sum: left.sum + right.sum,
        count: left.count + right.count)
      transients.append(Transient(weeks: weeks, surroundings: merged.ranges))
      levels.replaceSubrange((at - 1)...(at + 1), with: [merged])
      boundaries.removeSubrange((at - 1)...at)
    }
  }
}
