/// A number with its uncertainty and its sample: what every measure returns.
public struct Estimate: Hashable, Codable, Sendable {
  public let value: Double
  /// Ends of the interval; nil where the number is exact or no interval can be given.
  public let low: Double?
  public let high: Double?
  /// Coverage that the interval claims, 0.90 unless said otherwise.
  public let level: Double
  /// Size of the sample: weeks, periods, events, respondents; `unit` of it stands in `method`.
  public let n: Int
  /// Posterior or bootstrap probability that the value is above zero, where it has meaning.
  public let probabilityPositive: Double?
  /// How value and interval were made, in a phrase: `mean of 26 weeks, bootstrap of 8-week blocks`.
  public let method: String
  /// The number has no sampling error.
  public let isExact: Bool

  public init(
    value: Double, low: Double? = nil, high: Double? = nil, level: Double = 0.90, n: Int,
    probabilityPositive: Double? = nil, method: String, isExact: Bool = false
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.level = level
    self.n = n
    self.probabilityPositive = probabilityPositive
    self.method = method
    self.isExact = isExact
  }
}
