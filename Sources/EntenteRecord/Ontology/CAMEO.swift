/// The codes of CAMEO.
///
/// - SeeAlso: Gerner, Schrodt and Yilmaz, *CAMEO: Conflict and Mediation Event Observations,
///   Event and Actor Codebook*; Goldstein (1992), *Journal of Conflict Resolution* 36, 369-385.
public enum CAMEO {
  /// All 312 codes, in the order of their digits.
  public static let codes: [CAMEOCode] = CAMEOData.codes.split(separator: "\n").compactMap {
    CAMEOCode(line: $0)
  }

  private static let byCode = Dictionary(
    codes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The code itself; nil where CAMEO has none such.
  public static func entry(_ code: PackedCode) -> CAMEOCode? { byCode[code] }

  /// The code, or else the nearest one above it: 141 for 1419, 14 for 149; nil if even the root is
  /// unknown.
  ///
  /// Data hold a few codes that the codebook lacks, such as 1214.
  public static func nearest(_ code: PackedCode) -> CAMEOCode? {
    var digits = code.description
    while digits.utf8.count >= 2 {
      if let entry = PackedCode(digits).flatMap(entry) { return entry }
      digits.removeLast()
    }
    return nil
  }

  /// Goldstein scores by `PackedCode.rawValue`, for loops; NaN where the coding has none.
  ///
  /// A code that CAMEO lacks has none either: nothing is filled in.
  public static func goldsteinScores(_ coding: EventCoding) -> [Float] {
    var scores = [Float](repeating: .nan, count: PackedCode.count)
    for code in codes {
      if let score = code.goldstein(coding) { scores[Int(code.code.rawValue)] = score }
    }
    return scores
  }

  /// Quad classes by `PackedCode.rawValue`, 1 to 4; 0 where CAMEO has no such code, nor one above.
  public static func quads(_ coding: EventCoding) -> [UInt8] {
    (0..<PackedCode.count).map { raw in
      nearest(PackedCode(rawValue: UInt16(raw)))?.quad(coding).rawValue ?? 0
    }
  }
}
