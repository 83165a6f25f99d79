import EntenteNumerics

/// Series made of real noise: a dyad's own weeks in shuffled blocks, with or without planted breaks.
///
/// The blocks keep what stands near together together; the shuffle scatters any real change, so what
/// is found is a false alarm (a real change longer than a block survives inside it).
public struct DatingRealNoise: Sendable, Hashable {
  public let weeks: [Double]
  public let blockLength: Int

  public init(_ weeks: [Double], blockLength: Int) {
    precondition(blockLength > 0)
    self.weeks = weeks
    self.blockLength = blockLength
  }

  /// The weeks in permuted blocks, each used once, started at a random week of the circle; `steps`
  /// are added in units of the series.
  public func series(
    steps: [DatingWorld.Step] = [], seed: UInt64, name: String, index: Int
  ) -> [Double] {
    guard !weeks.isEmpty else { return [] }
    var stream = RandomStream(seed: seed, name: name, index: index)
    let turn = stream.integer(below: weeks.count)
    let turned = Array(weeks[turn...] + weeks[..<turn])
    let starts = Array(stride(from: 0, to: weeks.count, by: blockLength)).shuffled(using: &stream)
    var values = starts.flatMap { turned[$0..<min($0 + blockLength, turned.count)] }
    for step in steps {
      for t in values.indices where t >= step.index { values[t] += step.size }
    }
    return values
  }
}
