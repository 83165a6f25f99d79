import EntenteRecord
import Foundation

/// Gets the lists of a source, or uses those of an earlier run that reach past the window.
struct ListFetch {
  let source: FetchSource
  let window: Range<QuarterHour>
  let base: String
  let options: FetchOptions
  let mirror: Mirror
  let gate: Gate

  /// - Throws: `FetchError` with `.noList`, `.notAList`, `.untrusted` or `.disk`.
  func list() throws(FetchError) -> (list: FileList, wasReused: Bool) {
    if !options.refreshesList, let kept = try? read(), let reach = kept.reach, !kept.isCut,
      reach.upperBound >= window.upperBound
    {
      return (kept, true)
    }
    for name in source.listNames { try fetch(name) }
    let list = try read()
    guard list.reach != nil else {
      let first = list.faults.first.map { "\n\($0)" } ?? ""
      throw FetchError(
        .notAList,
        "\(base)/\(source.listNames[0]): expected a list of \(source.title) files, "
          + "found \(list.account.lines) lines, none of which names one\(first)")
    }
    return (list, false)
  }

  private func fetch(_ name: String) throws(FetchError) {
    let url = "\(base)/\(name)"
    guard let transport = CurlTransport(options.transport) else {
      throw FetchError(.noList, "libcurl cannot start")
    }
    let download = Download(
      name: name, url: url, path: mirror.path(ofList: name), promise: nil, retry: options.retry,
      gate: gate, validator: mirror.validator(ofList: name)
    ) { mirror.note(validator: $0, ofList: name) }
    switch download.run(over: transport) {
    case .fetched: mirror.note(validator: nil, ofList: name)
    case .absent(let status): throw FetchError(.noList, "\(url): the server answers \(status)")
    case .failed(let reason, let fatal):
      throw FetchError(fatal ?? .noList, fatal == .disk ? reason : "\(url): \(reason)")
    case .present, .notTried: throw FetchError(.noList, "\(url): the run was stopped")
    }
  }

  private func read() throws(FetchError) -> FileList {
    var lists: [(name: String, data: Data)] = []
    for name in source.listNames {
      let path = mirror.path(ofList: name)
      guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
      else { throw FetchError(.noList, "\(path): expected a list, found no file that can be read") }
      lists.append((name, data))
    }
    return withBytes(of: lists[...], []) {
      FileListReader.read($0, of: source, window: window)
    }
  }

  /// Opens the bytes of every list at once.
  private func withBytes<T>(
    of lists: ArraySlice<(name: String, data: Data)>,
    _ opened: [(name: String, bytes: UnsafeRawBufferPointer)],
    _ body: ([(name: String, bytes: UnsafeRawBufferPointer)]) -> T
  ) -> T {
    guard let first = lists.first else { return body(opened) }
    return first.data.withUnsafeBytes {
      withBytes(of: lists.dropFirst(), opened + [(first.name, $0)], body)
    }
  }
}
