/// How many optima there are, or at least are.
public struct OptimaCount: Hashable, Codable, Sendable {
  public let atLeast: Int
  /// Whether `atLeast` is all of them.
  public let isExact: Bool

  static let one = OptimaCount(atLeast: 1, isExact: true)

  func times(_ count: Int, isExact: Bool) -> OptimaCount {
    let (product, overflows) = atLeast.multipliedReportingOverflow(by: count)
    return OptimaCount(
      atLeast: overflows ? Int.max : product, isExact: self.isExact && isExact && !overflows)
  }
}
