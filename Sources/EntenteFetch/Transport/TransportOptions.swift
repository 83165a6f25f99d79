/// How connections are made.
public struct TransportOptions: Sendable {
  public enum Proxy: Hashable, Sendable {
    /// `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`, as curl reads them: `http_proxy` in
    /// lower case only.
    case environment
    case none
  }

  public var proxy = Proxy.environment
  /// Certificate authorities in a PEM file, in place of the system's.
  public var authorities: String?
  /// Seconds without a connection, or below `slowest`, after which a request is given up.
  public var patience = 60
  /// Bytes per second.
  public var slowest = 100
  public var agent = "entente"

  public init() {}
}
