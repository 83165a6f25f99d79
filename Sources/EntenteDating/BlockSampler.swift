import EntenteNumerics

/// Series resampled from residuals in blocks, which keep what stands near together together.
///
/// Circular moving blocks within each stratum: every week of it is as likely to be drawn as any
/// other. Strata are the segments found so far, since noise often changes with the level.
struct BlockSampler {
  /// Of each stratum its length and its residuals, the first few again at the end.
  private let strata: [(count: Int, doubled: [Double])]
  private let blockLength: Int

  init(_ residuals: [Double], breaks: [Int] = [], blockLength: Int) {
    precondition(blockLength > 0 && !residuals.isEmpty)
    self.blockLength = blockLength
    strata = zip([0] + breaks, breaks + [residuals.count]).map { start, end in
      let count = end - start
      return (count, (0..<(count + blockLength)).map { residuals[start + $0 % count] })
    }
  }

  /// Writes one series of the residuals' length.
  func fill(_ target: UnsafeMutablePointer<Double>, from stream: inout RandomStream) {
    var target = target
    for (count, doubled) in strata {
      doubled.withUnsafeBufferPointer { source in
        var t = 0
        while t < count {
          let start = stream.integer(below: count)
          let length = min(blockLength, count - t)
          for k in 0..<length { target[t + k] = source[start + k] }
          t += length
        }
      }
      target += count
    }
  }
}
