/// How a series is dated: the constants of the method, with the values its calibration chose.
public struct DatingOptions: Sendable, Hashable, Codable {
  /// Fewest weeks between two breaks, and between a break and an end of the series.
  public var minimumSegment = 8
  /// Length in weeks of the blocks the noise is resampled in.
  public var blockLength = 8
  /// Most breaks looked for.
  public var maximumBreaks = 6
  /// Bootstrap series per pass.
  public var draws = 999
  /// The penalty is this multiple of the 95% point of the largest gain among no-break series, times
  /// what blocks of `blockLength` miss of the long-run variance.
  public var kappa = 1.0
  /// Before breaks are looked for, values are drawn in to the median ± this many scaled median
  /// absolute deviations; nil leaves them.
  public var clip: Double? = 2.5
  /// Most rounds of re-estimating noise and penalty after breaks were added.
  public var passes = 4
  /// A stretch between two breaks shorter than this is a candidate episode.
  public var episodeLength = 20
  /// Coverage claimed for the intervals of dates and sizes.
  public var coverage = 0.90
  /// The long-run variance is multiplied by this before intervals of dates are taken, and by the
  /// second number before intervals of sizes are.
  public var spreadFactor = 1.25
  public var sizeSpreadFactor = 1.5
  /// Whether a bootstrap may stop once more draws could hardly change what it decides.
  public var stopsEarly = true

  public init() {}
}
