/// CAMEO codes to PLOVER in an array, for loops over millions of rows.
public struct PLOVERLookup: Sendable {
  /// By `PackedCode.rawValue`: the type's index, and above it the mode's.
  @usableFromInline let entries: [UInt16]

  public static let standard = PLOVERLookup()

  init() {
    entries = (0..<PackedCode.count).map { raw in
      guard let coding = PLOVERCoding(PackedCode(rawValue: UInt16(raw))) else { return 0 }
      return UInt16(coding.type.index) | UInt16(coding.mode?.index ?? 0) << 8
    }
  }

  /// The indices of type and mode, as the columns of a record hold them; 0 is none.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func coding(_ code: PackedCode) -> (type: UInt8, mode: UInt8) {
    guard Int(code.rawValue) < entries.count else { return (0, 0) }
    let entry = entries[Int(code.rawValue)]
    return (UInt8(truncatingIfNeeded: entry), UInt8(truncatingIfNeeded: entry >> 8))
  }
}
