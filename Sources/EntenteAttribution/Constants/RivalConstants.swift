/// What turns scores into probabilities, for one number of candidates and of dyads.
///
/// Softmax of: candidate `a L + b (r − m) − log k`; none of those listed
/// `log(e^c0 + e^(c1 + c2 min(U, 8)) + e^(c3 + a V + c4 lead(V)))`; accumulation
/// `d0 + a A + d1 lead(A) + d2 (two largest r − 2m)`; shock `a L + b (r − m) + e0 + e1 breadth`;
/// `lead(x)`: x less the largest L, kept within −5...5. Fitted by maximum likelihood on generated
/// worlds.
public struct RivalConstants: Sendable, Codable, Equatable {
  public var candidates: Int
  public var dyads: Int
  /// a, b, c0, c1, c2, c3, c4, d0, d1, d2, e0, e1.
  public var values: [Double]
  /// Share of generated worlds of each size in which the true trigger was named, smoothed over the
  /// sizes by a logistic curve.
  public var named: [NamingRate]
  /// Probability from which a candidate is named: on generated worlds without a listed trigger no
  /// more than 1.5% reach it, pooled over the numbers of dyads.
  public var naming: NamingThreshold

  /// Where naming begins, by whether the direction of the effect was given.
  public struct NamingThreshold: Sendable, Codable, Equatable {
    public var directed: Double
    public var undirected: Double

    public init(directed: Double, undirected: Double) {
      self.directed = directed
      self.undirected = undirected
    }
  }

  /// How often a true single trigger of some size is named.
  public struct NamingRate: Sendable, Codable, Equatable {
    /// Size in SD of the weekly noise.
    public var size: Double
    public var rate: Double

    public init(size: Double, rate: Double) {
      self.size = size
      self.rate = rate
    }
  }

  public init(
    candidates: Int, dyads: Int, values: [Double], named: [NamingRate] = [],
    naming: NamingThreshold = NamingThreshold(directed: 0.8, undirected: 0.8)
  ) {
    precondition(values.count == 12, "twelve constants")
    self.candidates = candidates
    self.dyads = dyads
    self.values = values
    self.named = named
    self.naming = naming
  }

  /// The constants for a question of this form, or nil outside the fitted range.
  public static func fitted(candidates: Int, dyads: Int) -> RivalConstants? {
    all.first { $0.candidates == candidates && $0.dyads == dyads }
  }

  /// Lengths of window, in weeks, for which the constants were tried.
  public static let fittedWeeks = 250...400

  /// Starting point of the fit.
  package static let start = [0.7, 0.5, 0, -0.5, 0, -0.3, 0, -0.5, 0.2, 0.1, -2, 0.9]
}
