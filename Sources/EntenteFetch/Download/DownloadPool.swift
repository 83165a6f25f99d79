import Foundation

/// Fetches many files over a few connections, and gives the outcomes in the order of the files.
final class DownloadPool: @unchecked Sendable {
  private let files: [ListedFile]
  private let base: String
  private let options: FetchOptions
  private let mirror: Mirror
  private let gate: Gate
  /// Guards everything below, and wakes whoever waits for an outcome or for a worker's end.
  private let condition = NSCondition()
  private var outcomes: [FileOutcome?]
  private var next = 0
  private var running = 0
  private var failuresInARow = 0
  private var received = 0

  /// So many files that fail one after the other end the run: the next would fare no better.
  static let failureLimit = 12

  init(files: [ListedFile], base: String, options: FetchOptions, mirror: Mirror, gate: Gate) {
    self.files = files
    self.base = base
    self.options = options
    self.mirror = mirror
    self.gate = gate
    outcomes = Array(repeating: nil, count: files.count)
  }

  /// Bytes that came over the network.
  var receivedBytes: Int {
    condition.lock()
    defer { condition.unlock() }
    return received
  }

  func start() {
    running = min(max(1, options.connections), max(1, files.count))
    for _ in 0..<running { Thread { self.work() }.start() }
  }

  /// Waits until every worker has ended.
  func finish() {
    condition.lock()
    while running > 0 { condition.wait() }
    condition.unlock()
  }

  /// The outcomes from `index` on, as far as they are there without a hole; waits for the first,
  /// but not longer than `seconds`.
  func outcomes(from index: Int, within seconds: Double) -> [FileOutcome] {
    condition.lock()
    defer { condition.unlock() }
    let deadline = Date(timeIntervalSinceNow: seconds)
    while outcomes[index] == nil, condition.wait(until: deadline) {}
    var ready: [FileOutcome] = []
    var place = index
    while place < outcomes.count, let outcome = outcomes[place] {
      ready.append(outcome)
      place += 1
    }
    return ready
  }

  private func work() {
    let gate = gate
    let transport = CurlTransport(options.transport) { gate.isStopped }
    while let index = take() {
      let outcome: FileOutcome
      if gate.isStopped {
        outcome = .notTried
      } else if let transport {
        outcome = fetch(files[index], over: transport)
      } else {
        outcome = .failed("libcurl cannot start", fatal: .unreachable)
      }
      record(outcome, at: index)
    }
    condition.lock()
    running -= 1
    condition.broadcast()
    condition.unlock()
  }

  private func take() -> Int? {
    condition.lock()
    defer { condition.unlock() }
    guard next < files.count else { return nil }
    next += 1
    return next - 1
  }

  private func fetch(_ file: ListedFile, over transport: CurlTransport) -> FileOutcome {
    if mirror.holds(file) { return .present }
    let outcome = Download(
      name: file.name, url: "\(base)/\(file.name)", path: mirror.path(of: file),
      promise: Download.Promise(size: file.size, digest: file.digest), retry: options.retry,
      gate: gate
    ).run(over: transport)
    if case .fetched = outcome { mirror.note(checked: file) }
    return outcome
  }

  private func record(_ outcome: FileOutcome, at index: Int) {
    condition.lock()
    defer { condition.unlock() }
    outcomes[index] = outcome
    switch outcome {
    case .failed(let reason, let fatal):
      failuresInARow += 1
      if let fatal {
        gate.stop(FetchError(fatal, reason))
      } else if failuresInARow >= Self.failureLimit {
        gate.stop(
          FetchError(
            .unreachable, "\(failuresInARow) files failed one after the other, the last: \(reason)")
        )
      }
    case .fetched(let bytes):
      received += bytes.received
      failuresInARow = 0
    case .absent: failuresInARow = 0
    case .present, .notTried: break
    }
    condition.broadcast()
  }
}
