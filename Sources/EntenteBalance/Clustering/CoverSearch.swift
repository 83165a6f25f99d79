/// Finds covers that a point of the linear program violates.
protocol CoverSearch: AnyObject {
  /// Violated covers, none of them twice.
  ///
  /// Empty if none was found: for a fractional point, or with time over, that is no proof that there is
  /// none.
  func violated(_ z: [Double], forced: [Bool]) -> [Cover]

  /// A partition that frustrates no edge with `z` below one half, where there is one.
  ///
  /// Exact for a point of zeros and ones; a guess for another.
  func partition(_ z: [Double], forced: [Bool]) -> [Int32]?
}

/// Violation that is worth a row.
enum Violation {
  static let least = 1e-4
}
