/// Transformations that keep the order of values and draw in long tails.
public enum Taming {
  /// `sign(x) √|x|`.
  public static func signedRoot(_ values: [Double]) -> [Double] {
    values.map { $0 < 0 ? -(-$0).squareRoot() : $0.squareRoot() }
  }

  /// `sign(y) y²`, the inverse of ``signedRoot(_:)``.
  public static func signedSquare(_ values: [Double]) -> [Double] {
    values.map { $0 * abs($0) }
  }
}
