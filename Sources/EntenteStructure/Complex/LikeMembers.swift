import EntenteNumerics

/// Sets made like a region: every member replaced by a random state of like volume.
///
/// Random connected sets are no fair comparison: they consist of small states, so that any set with
/// big members passes.
struct LikeMembers: Sendable {
  /// How far a state's volume may be from the member's, as a factor either way.
  static let factor = 1.6

  /// Candidates for each member, the member itself among them.
  let pools: [[Int]]

  init(_ window: VolumeWindow, members: [Int]) {
    pools = members.map { member in
      let volume = window.volumes[member]
      return window.volumes.indices.filter {
        window.volumes[$0] <= volume * Self.factor && window.volumes[$0] >= volume / Self.factor
      }
    }
  }

  /// Lift and conductance of random sets, set by set.
  ///
  /// - Complexity: O(sets × members²).
  func draws(
    _ count: Int, _ window: VolumeWindow, factors x: [Double], seed: UInt64, threads: Int
  ) -> [(lift: Double, conductance: Double)] {
    let whole = window.volumes.reduce(0, +)
    return Parallel.map(count, threads: threads) { draw in
      var stream = RandomStream(seed: seed, name: "region.like-members", index: draw)
      var set: [Int] = []
      for pool in pools {
        // A state can stand for one member only; after some failures the first free one does.
        var chosen = pool[stream.integer(below: pool.count)]
        var tries = 0
        while set.contains(chosen), tries < 50 {
          chosen = pool[stream.integer(below: pool.count)]
          tries += 1
        }
        if set.contains(chosen), let free = pool.first(where: { !set.contains($0) }) {
          chosen = free
        }
        if !set.contains(chosen) { set.append(chosen) }
      }
      let inside = Interior(window, set, x)
      return (inside.lift, inside.conductance(of: whole))
    }
  }
}

/// What a set of states has inside, and would be expected to have.
struct Interior {
  let volume: Double
  let inside: Double
  let expected: Double

  init(_ window: VolumeWindow, _ set: [Int], _ x: [Double]) {
    var (inside, expected, volume) = (0.0, 0.0, 0.0)
    for i in set {
      volume += window.volumes[i]
      for j in set where j != i {
        inside += window.volume(of: i, with: j)
        expected += x[i] * x[j]
      }
    }
    self.volume = volume
    self.inside = inside
    self.expected = expected
  }

  var lift: Double { expected > 0 ? inside / expected : 0 }

  /// Volume that leaves the set over the smaller of the volumes in and out; 0 for all states.
  func conductance(of whole: Double) -> Double {
    let smaller = min(volume, whole - volume)
    return smaller > 1e-12 * whole ? (volume - inside) / smaller : 0
  }
}
