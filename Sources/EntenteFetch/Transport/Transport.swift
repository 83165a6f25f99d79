/// A GET request.
struct FetchRequest: Sendable {
  let url: String
  /// Bytes that are there already; above 0 asks for the rest.
  var offset = 0
  /// The state of the resource that those bytes are of (an entity tag or a date): the server sends
  /// the whole where it has changed.
  var validator: String?
}

/// The head of the answer that counts, after redirects.
struct ResponseHead: Sendable {
  var status: Int
  /// Names in lower case; of a repeated name the last value.
  var headers: [String: String] = [:]

  /// The first byte of a partial answer: `bytes 100-199/200`.
  var rangeStart: Int? {
    guard let value = headers["content-range"], value.hasPrefix("bytes ") else { return nil }
    return Int(value.dropFirst(6).prefix { $0 != "-" })
  }

  /// What a later request may name the state of the resource by, nil where the server gives none
  /// that is exact (a weak tag is not).
  var validator: String? {
    if let tag = headers["etag"], !tag.hasPrefix("W/") { return tag }
    return headers["last-modified"]
  }
}

/// Where the bytes of an answer go.
protocol BodySink: AnyObject {
  /// Told once, before any byte; false if the body is of no use.
  func begin(_ head: ResponseHead) -> Bool
  func take(_ bytes: UnsafeRawBufferPointer) throws(SinkError)
}

/// Why a sink takes no more.
enum SinkError: Error, Sendable {
  /// More bytes than the list promised.
  case tooLong
  /// The disk: full, gone, not writable.
  case disk(String)
}

/// Why no whole answer came.
enum TransportFailure: Error, Sendable {
  /// No connection: name, route, refusal.
  case unreachable(String)
  /// The connection broke, or brought less than promised.
  case broken(String)
  /// Too slow for too long.
  case stalled(String)
  /// The server is not who it says it is. Never tried again, never overridden.
  case untrusted(String)
  /// A request that no repetition helps: a bad address, a forbidden redirect.
  case impossible(String)
  case sink(SinkError)
  /// The run was stopped.
  case stopped
}

/// Sends requests, one at a time; each worker has its own.
protocol Transport: AnyObject {
  func get(_ request: FetchRequest, into sink: any BodySink) throws(TransportFailure)
    -> ResponseHead
}
