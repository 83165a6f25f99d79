import EntenteNumerics

/// The most extreme single week of a series.
///
/// It describes: every series has one, so it dates an event that someone else names and proves none.
/// Formula: `z_t = (x_t − median) / (1.4826 MAD)`, the largest `|z|`, the first among equals.
/// Edge cases: a series constant in more than half its weeks has MAD 0; there `z` is nil.
public struct Pulse: Sendable, Hashable, Codable {
  public let index: Int
  public let value: Double
  public let z: Double?

  /// The pulse of a series of finite values, or nil for an empty one.
  public init?(of values: [Double]) {
    let median = Moments.median(values)
    guard
      let index = values.indices.max(by: { abs(values[$0] - median) < abs(values[$1] - median) })
    else { return nil }
    let far = abs(values[index] - median)
    self.index = values.firstIndex { abs($0 - median) == far } ?? index
    self.value = values[self.index]
    let spread = Moments.scaledMAD(values)
    self.z = spread > 0 ? (value - median) / spread : nil
  }
}
