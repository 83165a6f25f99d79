import EntenteNumerics

/// Series resampled from residuals in blocks, which keep what stands near together together.
///
/// Circular moving blocks: every week is as likely to be drawn as any other.
struct BlockSampler {
  private let doubled: [Double]
  private let count: Int
  private let blockLength: Int

  init(_ residuals: [Double], blockLength: Int) {
    precondition(blockLength > 0 && !residuals.isEmpty)
    self.count = residuals.count
    self.blockLength = min(blockLength, residuals.count)
    self.doubled = residuals + residuals.prefix(self.blockLength)
  }

  /// Writes one series of the residuals' length.
  func fill(_ target: UnsafeMutablePointer<Double>, from stream: inout RandomStream) {
    doubled.withUnsafeBufferPointer { source in
      var t = 0
      while t < count {
        let start = stream.integer(below: count)
        let length = min(blockLength, count - t)
        for k in 0..<length { target[t + k] = source[start + k] }
        t += length
      }
    }
  }
}
