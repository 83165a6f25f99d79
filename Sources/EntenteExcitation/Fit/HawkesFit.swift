/// A Hawkes process fitted to event times, with what is known about how well.
public struct HawkesFit: Sendable {
  public let events: EventTimes
  public let model: HawkesModel
  /// Standard errors from the observed information of the free parameters; nil for a parameter at
  /// its bound or that the events say nothing about, and for a kernel's parameter that was given.
  public let baselineErrors: [Double?]
  public let branchingErrors: [[Double?]]
  public let kernelErrors: [Double?]
  public let effectErrors: [[Double?]]
  /// False for the weight of a source that had no event to follow.
  public let isIdentified: [[Bool]]
  public let kernelIsEstimated: Bool
  public let logLikelihood: Double
  /// Of independent Poisson processes at constant rates: what excitation is measured against.
  public let poissonLogLikelihood: Double
  /// Parameters that are not at a bound.
  public let freeParameters: Int
  /// Largest slope of the log-likelihood in a free parameter, for each event.
  public let slopePerEvent: Double
  public let hasConverged: Bool
  public let spectralRadius: Double
  public let spectralRadiusError: Double?
  /// Warnings about what the numbers cannot be trusted for.
  public let notes: [String]

  public var isStationary: Bool { spectralRadius < 1 }

  /// Akaike's criterion; smaller is better.
  public var aic: Double { 2 * Double(freeParameters) - 2 * logLikelihood }
}
