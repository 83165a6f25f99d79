import EntenteNumerics

/// When to try again.
///
/// Pause before try k (k = 1, 2, ...): `u · min(longest, first · 2ᵏ⁻¹)` seconds, u uniform in
/// [½, 1), so that many clients that fail together do not come back together.
public struct RetryPolicy: Sendable {
  /// Failures in a row, without a byte gained between them, after which a file is given up.
  public var limit = 5
  /// Seconds.
  public var first = 1.0
  /// Seconds.
  public var longest = 60.0
  /// A server that asks for a longer wait (`Retry-After`, seconds) is not waited for.
  public var longestAsked = 600.0
  public var seed: UInt64 = 1

  public init() {}

  /// Seconds before the next try, after `failures` in a row.
  ///
  /// The same seed, file and count give the same pause.
  package func pause(for name: String, failures: Int) -> Double {
    let whole = min(longest, first * Double(1 << min(failures - 1, 30)))
    var stream = RandomStream(seed: seed, name: "fetch/\(name)", index: failures)
    return whole * (0.5 + 0.5 * stream.uniform())
  }
}
