import EntenteRecord

/// What each CAMEO code is, in an array, for loops over millions of rows.
struct TypeLookup: Sendable {
  struct Entry: Sendable {
    /// Indices of the PLOVER type and mode; 0 is none.
    var plover: UInt8
    var mode: UInt8
    /// Whether the first two digits are one of CAMEO's roots.
    var isWithinCAMEO: Bool
    /// Whether CAMEO lists the code itself.
    var isListed: Bool
  }

  private let entries: [Entry]

  static let shared = TypeLookup()

  private init() {
    let listed = Set(CAMEO.codes.map { $0.code.rawValue })
    entries = (0..<PackedCode.count).map { raw in
      let code = PackedCode(rawValue: UInt16(raw))
      let coding = PLOVERLookup.standard.coding(code)
      return Entry(
        plover: coding.type, mode: coding.mode,
        isWithinCAMEO: (1...20).contains(code.root ?? 0),
        isListed: listed.contains(code.rawValue))
    }
  }

  /// What a code means; codes that CAMEO does not list mean what the nearest one above them does.
  subscript(code: PackedCode) -> Entry {
    @inline(__always) get { entries[Int(code.rawValue)] }
  }

  @inline(__always)
  func isWithinCAMEO(_ code: PackedCode) -> Bool { entries[Int(code.rawValue)].isWithinCAMEO }
}
