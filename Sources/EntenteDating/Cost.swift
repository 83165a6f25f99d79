/// What it costs to describe a stretch of a series by one set of parameters.
///
/// Each file of `Costs/` holds one, named for its type, and the build lists them: a new cost is one
/// new file and no other edit.
///
/// Every cost is a minimum over parameters of a sum over the values of the segment. So two pieces
/// never cost more than the whole, `C(a, b) + C(b, c) ≤ C(a, c)`, on which pruning rests; the tests
/// hold every member of the catalog to it.
public protocol Cost: Sendable {
  static var descriptor: CostDescriptor { get }

  /// Of finite values, at least one.
  ///
  /// - Throws: `DatingError` with `.badValue` for a value that the cost has no meaning for.
  init(_ values: [Double]) throws(DatingError)

  var count: Int { get }

  /// The cost of one segment, not empty.
  func cost(of segment: Range<Int>) -> Double

  /// What stands for the level of a segment, in units of the series.
  func level(of segment: Range<Int>) -> Double

  /// The series as it would be without its breaks, to resample noise from, or nil if levels cannot
  /// be taken out of such values.
  func levelled(_ breaks: [Int]) -> [Double]?

  /// Numbers that `fill` keeps from one end to the next, zero at first.
  var stateCount: Int { get }

  /// Costs of the segments from each start to `end`, in the order of `starts`.
  ///
  /// It is called once for each end from 1 to `count`, with ascending starts below the end, none of
  /// them left out at an earlier end; a cost may therefore be carried along in `state`.
  func fill(
    _ row: UnsafeMutablePointer<Double>, starts: UnsafeBufferPointer<Int>, end: Int,
    state: UnsafeMutablePointer<Double>)

  /// `C(window.lowerBound, k) + C(k, window.upperBound)` for every k inside the window.
  func profile(in window: Range<Int>) -> [Double]
}

extension Cost {
  public var stateCount: Int { 0 }

  public func fill(
    _ row: UnsafeMutablePointer<Double>, starts: UnsafeBufferPointer<Int>, end: Int,
    state: UnsafeMutablePointer<Double>
  ) {
    for k in starts.indices { row[k] = cost(of: starts[k]..<end) }
  }

  public func profile(in window: Range<Int>) -> [Double] {
    window.dropFirst().map {
      cost(of: window.lowerBound..<$0) + cost(of: $0..<window.upperBound)
    }
  }

  /// The sum over the segments between breaks.
  public func total(_ breaks: [Int]) -> Double {
    zip([0] + breaks, breaks + [count]).reduce(0) { $0 + cost(of: $1.0..<$1.1) }
  }
}
