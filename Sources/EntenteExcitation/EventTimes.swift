/// When things happened, each in a dimension, within a window of observation.
///
/// A dimension is one kind of event: a directed pair of states, a type of act, an actor. Events at
/// the same time are kept, and do not excite each other: only what came strictly before counts.
/// Events at either end of the window belong to it.
public struct EventTimes: Hashable, Sendable {
  /// Names of the dimensions, in order.
  public let labels: [String]
  public let start: Double
  public let end: Double
  /// Ascending.
  public let times: [Double]
  /// Index into `labels` of each event.
  public let dimensions: [Int]

  /// - Throws: `ExcitationError` with `.tooFew` without an event, `.badWindow` for an empty window or
  ///   an event outside it, `.degenerate` for times that are not finite or not in order.
  public init(
    labels: [String], start: Double, end: Double, times: [Double], dimensions: [Int]
  ) throws(ExcitationError) {
    precondition(times.count == dimensions.count, "each event has a time and a dimension")
    precondition(dimensions.allSatisfy(labels.indices.contains), "each dimension has a name")
    guard let first = times.first, let last = times.last else {
      throw ExcitationError(.tooFew, "expected at least one event, found none")
    }
    guard start.isFinite, end.isFinite, times.allSatisfy(\.isFinite) else {
      throw ExcitationError(.degenerate, "expected finite times")
    }
    guard zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw ExcitationError(.degenerate, "expected times in order; sort the events by time")
    }
    guard start < end else {
      throw ExcitationError(
        .badWindow,
        "expected a window that ends after it starts, found \(start) to \(end); "
          + "give the time when observation ended (--end)")
    }
    guard start <= first, last <= end else {
      throw ExcitationError(
        .badWindow,
        "expected events between \(start) and \(end), found one at "
          + "\(first < start ? first : last); leave it out or widen the window")
    }
    self.labels = labels
    self.start = start
    self.end = end
    self.times = times
    self.dimensions = dimensions
  }

  public var count: Int { times.count }
  public var duration: Double { end - start }

  /// Events of each dimension.
  public var counts: [Int] {
    var counts = [Int](repeating: 0, count: labels.count)
    for dimension in dimensions { counts[dimension] += 1 }
    return counts
  }

  /// Events that share their time with another one.
  public var tied: Int {
    times.indices.count { k in
      (k > 0 && times[k - 1] == times[k]) || (k + 1 < times.count && times[k + 1] == times[k])
    }
  }
}
