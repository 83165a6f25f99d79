/// How a Hawkes process is fitted.
public struct HawkesOptions: Sendable {
  /// How a sum of background and past becomes an intensity.
  public enum Link: String, Sendable, Hashable, Codable, CaseIterable {
    /// Weights at least 0: events only excite.
    case linear
    /// `λ = max(0, η)`: weights of any sign, events may also hold back. One exponential decay.
    case rectified
  }

  public var kernel: any ExcitationKernel.Type = ExponentialKernel.self
  /// Parameters of the kernel; nil estimates them.
  public var kernelValues: [Double]?
  public var link: Link = .linear
  public var covariates: Covariates?
  public var threads = 1

  public init() {}
}
