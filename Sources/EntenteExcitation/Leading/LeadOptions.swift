/// How two series are asked who moves first.
public struct LeadOptions: Hashable, Sendable {
  /// Lags of both series; nil lets AIC choose.
  public var lags: Int?
  /// Most lags that AIC may choose.
  public var maximumLags = 8
  /// Length in periods of the blocks the residuals are drawn in.
  ///
  /// 1 draws each period's two residuals on their own, as lags chosen to leave none correlated call
  /// for. Longer blocks carry the sample's chance correlation into every draw: at 6 of 321 periods
  /// 90% intervals covered 85%.
  public var block = 1
  public var draws = 999
  /// Shifted partners to compare with, at most.
  public var controls = 99
  public var level = 0.90
  public var seed: UInt64 = 20_231_018
  public var threads = 1

  public init() {}

  func check(_ count: Int) throws(ExcitationError) {
    let most = max(1, (count - 10) / 5)
    guard (1...most).contains(lags ?? 1) else {
      throw ExcitationError(
        .badOption,
        "lags: expected 1 to \(most) for \(count) periods, found \(lags ?? 0); give a longer series"
      )
    }
  }
}
