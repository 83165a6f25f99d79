import CCurl
import Synchronization

/// Requests through libcurl, over one connection that is kept open.
///
/// libcurl verifies certificates, follows redirects (never from https to http), reads the proxy
/// variables and gives up on slow servers; the body goes to the sink as it comes.
final class CurlTransport: Transport {
  private let handle: OpaqueHandle
  private let options: TransportOptions
  private let isStopped: @Sendable () -> Bool

  /// Nil if libcurl cannot start.
  init?(_ options: TransportOptions, isStopped: @escaping @Sendable () -> Bool = { false }) {
    guard Self.isStarted, let handle = curl_easy_init() else { return nil }
    self.handle = handle
    self.options = options
    self.isStopped = isStopped
  }

  deinit { curl_easy_cleanup(handle) }

  private typealias OpaqueHandle = UnsafeMutableRawPointer

  /// Once for the process, whichever thread comes first.
  private static let isStarted = entente_curl_start() == CURLE_OK

  func get(_ request: FetchRequest, into sink: any BodySink) throws(TransportFailure)
    -> ResponseHead
  {
    let exchange = Exchange(sink, isStopped: isStopped)
    let context = Unmanaged.passUnretained(exchange).toOpaque()
    var message = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
    let code = message.withUnsafeMutableBufferPointer { message in
      var headers: UnsafeMutablePointer<curl_slist>?
      defer { curl_slist_free_all(headers) }
      if request.offset > 0, let validator = request.validator {
        headers = curl_slist_append(headers, "If-Range: \(validator)")
      }
      // Clears what the last request set, and keeps the connection.
      curl_easy_reset(handle)
      configure(request)
      _ = entente_curl_set_list(handle, CURLOPT_HTTPHEADER, headers)
      _ = entente_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, message.baseAddress)
      _ = entente_curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
      _ = entente_curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
      _ = entente_curl_set_pointer(handle, CURLOPT_XFERINFODATA, context)
      _ = entente_curl_set_receiver(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        Exchange.of(context).receive(UnsafeRawBufferPointer(start: bytes, count: size * count))
      }
      _ = entente_curl_set_receiver(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        Exchange.of(context).header(UnsafeRawBufferPointer(start: bytes, count: size * count))
      }
      _ = entente_curl_set_watcher(handle, CURLOPT_XFERINFOFUNCTION) { context, _, _, _, _ in
        Exchange.of(context).isStopped() ? 1 : 0
      }
      let code = withExtendedLifetime(exchange) { curl_easy_perform(handle) }
      // The buffer and the exchange end here; libcurl must not keep them.
      _ = entente_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, nil)
      return code
    }
    if let failure = exchange.failure { throw .sink(failure) }
    if let head = exchange.head, code == CURLE_OK || exchange.isDeclined {
      exchange.beginOnce()
      return head
    }
    let detail = message.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    throw Self.failure(code, detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail)
  }

  private func configure(_ request: FetchRequest) {
    func text(_ option: CURLoption, _ value: String) {
      _ = entente_curl_set_text(handle, option, value)
    }
    func number(_ option: CURLoption, _ value: Int) {
      _ = entente_curl_set_number(handle, option, value)
    }
    text(CURLOPT_URL, request.url)
    text(CURLOPT_USERAGENT, options.agent)
    if request.offset > 0 { text(CURLOPT_RANGE, "\(request.offset)-") }
    // Signals are for the whole program: a worker's time-out must not raise one.
    number(CURLOPT_NOSIGNAL, 1)
    number(CURLOPT_NOPROGRESS, 0)
    number(CURLOPT_FOLLOWLOCATION, 1)
    number(CURLOPT_MAXREDIRS, 5)
    text(CURLOPT_PROTOCOLS_STR, "http,https")
    text(
      CURLOPT_REDIR_PROTOCOLS_STR, request.url.hasPrefix("https:") ? "https" : "http,https")
    number(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    number(CURLOPT_SSL_VERIFYPEER, 1)
    number(CURLOPT_SSL_VERIFYHOST, 2)
    number(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let authorities = options.authorities { text(CURLOPT_CAINFO, authorities) }
    if options.proxy == .none { text(CURLOPT_PROXY, "") }
    number(CURLOPT_CONNECTTIMEOUT, options.patience)
    number(CURLOPT_LOW_SPEED_TIME, options.patience)
    number(CURLOPT_LOW_SPEED_LIMIT, options.slowest)
  }

  private static func failure(_ code: CURLcode, _ detail: String) -> TransportFailure {
    switch code {
    case CURLE_ABORTED_BY_CALLBACK: .stopped
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT:
      .unreachable(detail)
    case CURLE_OPERATION_TIMEDOUT: .stalled(detail)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CERTPROBLEM:
      .untrusted(detail)
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_TOO_MANY_REDIRECTS,
      CURLE_OUT_OF_MEMORY, CURLE_BAD_FUNCTION_ARGUMENT, CURLE_UNKNOWN_OPTION,
      CURLE_NOT_BUILT_IN:
      .impossible(detail)
    default: .broken(detail)
    }
  }
}

/// One request under way: libcurl's callbacks come here.
private final class Exchange {
  private let sink: any BodySink
  let isStopped: @Sendable () -> Bool
  private(set) var head: ResponseHead?
  private(set) var failure: SinkError?
  /// The sink wants no body, and it is longer than is worth reading to keep the connection.
  private(set) var isDeclined = false
  private var isWanted: Bool?
  private var ignored = 0

  init(_ sink: any BodySink, isStopped: @escaping @Sendable () -> Bool) {
    self.sink = sink
    self.isStopped = isStopped
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> Exchange {
    // Always the pointer that `get` passed in.
    Unmanaged<Exchange>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
  }

  /// A status line begins a new head: that of a redirect is forgotten.
  func header(_ bytes: UnsafeRawBufferPointer) -> Int {
    let line = String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      let status = line.split(separator: " ").dropFirst().first.flatMap { Int($0.prefix(3)) }
      head = ResponseHead(status: status ?? 0)
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      head?.headers[line[..<colon].lowercased()] = String(
        value.prefix { $0 != "\r" && $0 != "\n" && $0 != "\r\n" })
    }
    return bytes.count
  }

  /// What is returned other than the count makes libcurl give up.
  func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard beginOnce() else {
      ignored += bytes.count
      if ignored > 1 << 16 { isDeclined = true }
      return isDeclined ? 0 : bytes.count
    }
    do {
      try sink.take(bytes)
      return bytes.count
    } catch {
      failure = error
      return 0
    }
  }

  /// Tells the sink of the head, also where no body follows.
  @discardableResult
  func beginOnce() -> Bool {
    if let isWanted { return isWanted }
    let wanted = head.map { sink.begin($0) } ?? false
    isWanted = wanted
    return wanted
  }
}
