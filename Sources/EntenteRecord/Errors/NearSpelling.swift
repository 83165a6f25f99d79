/// Finds the spelling that was probably meant.
public enum NearSpelling {
  /// The candidate nearest to `text` by edit distance, if it is near enough to be a typing error.
  ///
  /// - Complexity: O(candidates × length²).
  public static func of(_ text: String, among candidates: some Sequence<String>) -> String? {
    let target = Array(text.lowercased().prefix(64))
    var best: (distance: Int, name: String)?
    for candidate in candidates.sorted() {
      let distance = distance(target, Array(candidate.lowercased().prefix(64)))
      if distance < best?.distance ?? Int.max { best = (distance, candidate) }
    }
    guard let best, best.distance <= max(1, target.count / 3) else { return nil }
    return best.name
  }

  /// Damerau-Levenshtein distance with adjacent swaps (optimal string alignment).
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = previous
      previous = row
    }
    return previous[b.count]
  }
}
