/// How a fetch goes about it.
public struct FetchOptions: Sendable {
  /// Where the lists and the files stand, without a slash at the end; nil is the publisher's.
  public var base: String?
  /// Files under way at once: a public server deserves few.
  public var connections = 4
  /// Get the list anew although the one that is there reaches past the window.
  public var refreshesList = false
  public var retry = RetryPolicy()
  public var transport = TransportOptions()

  public init() {}
}
