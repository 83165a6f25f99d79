/// An input that is malformed, as opposed to one that cannot be answered.
public struct AttributionError: Error, Equatable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case noResponses, noCandidates, unequalLengths, notFinite, days, repeatedCandidate
    /// A noise grid made for other weeks than the input's.
    case foreignGrid
  }

  public var code: Code
  /// Which response or candidate, and what was found.
  public var description: String

  init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}

extension AttributionInput {
  /// Throws what a caller must repair before any answer is possible.
  public func validate() throws(AttributionError) {
    guard !responses.isEmpty else {
      throw AttributionError(.noResponses, "expected at least one response series, found none")
    }
    guard !candidates.isEmpty else {
      throw AttributionError(.noCandidates, "expected at least one candidate event, found none")
    }
    if let week = days.firstIndex(where: { !(0...7).contains($0) }) {
      throw AttributionError(
        .days, "week \(week): expected 0...7 days with data, found \(days[week])")
    }
    for response in responses {
      for series in [response.values] + response.controls {
        guard series.count == days.count else {
          throw AttributionError(
            .unequalLengths,
            "response '\(response.id)': expected \(days.count) weeks, found \(series.count)")
        }
        guard series.allSatisfy(\.isFinite) else {
          throw AttributionError(
            .notFinite, "response '\(response.id)': expected finite values in it and its controls")
        }
      }
    }
    var seen: Set<String> = []
    for candidate in candidates where !seen.insert(candidate.id).inserted {
      throw AttributionError(.repeatedCandidate, "candidate '\(candidate.id)' is listed twice")
    }
  }
}
