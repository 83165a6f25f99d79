/// How much a compressed file may grow before it is taken for an attack on the disk or the memory.
///
/// Event files shrink to a seventh to a twentieth. Deflate cannot shrink by more than 1,032.
public struct InflationLimits: Sendable {
  /// Bytes out of one file or member.
  public var bytes = 1 << 38
  /// Bytes out for one in, once `grace` bytes have come out.
  public var ratio = 200
  public var grace = 16 << 20

  public init() {}

  /// Whether so many bytes may come out of so many.
  func allows(_ output: Int, from input: Int) -> Bool {
    output <= bytes && (output <= grace || output <= max(1, input) * ratio)
  }

  func refusal(_ file: String, output: Int, input: Int) -> String {
    "\(output) bytes out of \(input), and more to come"
  }
}
