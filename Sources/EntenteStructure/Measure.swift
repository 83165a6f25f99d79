public import EntenteNumerics
public import EntenteRecord

/// A number that describes the structure of a system of states in a period.
///
/// A new measure is one new file in `Measures/`, named for its type; the catalog is written at build
/// time, and the law tests run over it.
public protocol Measure: Sendable {
  /// As written in claims: `hub.spoke-ratio`.
  static var name: String { get }
  static var title: String { get }
  static var formula: String { get }
  static var reference: String { get }
  /// What the number does not say; shown beside it.
  static var caveat: String { get }

  /// The value in a period.
  ///
  /// - Parameter subject: what it is measured of, where the measure has subjects; nil for the default.
  /// - Throws: `StructureError` with `.notAvailable`, `.tooFew` or `.wrongSubject`, and the reason.
  static func value(
    of subject: Subject?, in period: Span, _ context: MeasureContext
  ) throws(StructureError) -> Measurement
}

extension Measure {
  /// Value in the later period less value in the earlier one.
  ///
  /// Interval: from the draws of both periods, where both have them; exact values differ exactly.
  ///
  /// - Throws: `StructureError`, as `value`.
  public static func change(
    of subject: Subject?, from before: Span, to after: Span, _ context: MeasureContext
  ) throws(StructureError) -> Estimate {
    let first = try value(of: subject, in: before, context)
    let second = try value(of: subject, in: after, context)
    let (earlier, later) = (first.estimate, second.estimate)
    let method = "after (\(later.method)) less before (\(earlier.method))"
    let difference = later.value - earlier.value
    guard !first.draws.isEmpty, first.draws.count == second.draws.count else {
      return Estimate(
        value: difference, n: earlier.n + later.n, method: method,
        isExact: earlier.isExact && later.isExact)
    }
    return BlockBootstrap.estimate(
      value: difference, draws: zip(second.draws, first.draws).map { $0 - $1 },
      n: earlier.n + later.n, method: method)
  }
}

extension MeasureCatalog {
  /// The measure of that name.
  public static func named(_ name: String) -> (any Measure.Type)? { all.first { $0.name == name } }

  /// All names, in alphabetical order.
  public static var names: [String] { all.map { $0.name }.sorted() }
}
