/// Modelski and Thompson's classes of polarity, by shares of capability.
///
/// Unipolar: the top state has half or more. Bipolar: the top two have half or more together, a
/// quarter or more each, and nobody else a quarter. Multipolar: anything else. The thresholds were made for sea power among
/// global powers and are recalled, not looked up **[?]**; never print the class without the poles.
///
/// - SeeAlso: Modelski & Thompson (1988), *Seapower in Global Politics, 1494-1993*.
public enum PowerClass: String, Hashable, Sendable, CaseIterable {
  case unipolar, bipolar, multipolar

  /// - Parameter shares: they sum to 1.
  public init(of shares: [Double]) {
    let top = shares.sorted(by: >) + [0, 0, 0]
    let (first, second, third) = (top[0], top[1], top[2])
    if first >= 0.5 {
      self = .unipolar
    } else if first + second >= 0.5, second >= 0.25, third < 0.25 {
      self = .bipolar
    } else {
      self = .multipolar
    }
  }
}
