import Foundation

/// One file, from its address to its place on the disk, through whatever goes wrong between.
///
/// The file in place is always whole and checked: it is replaced only by one that has been.
struct Download {
  /// What the publisher's list says of the file, nil for a list itself.
  struct Promise: Sendable {
    let size: Int
    let digest: MD5Digest
  }

  let name: String
  let url: String
  let path: String
  let promise: Promise?
  let retry: RetryPolicy
  let gate: Gate
  /// The state of the resource that bytes left by an earlier run are of.
  ///
  /// Where the list promises a checksum none is needed: bytes of two states do not pass it.
  var validator: String?
  /// Told what to remember should this run end before the file does.
  var remember: (String?) -> Void = { _ in }

  /// A list is some 150 MB; no file of the feeds is near it.
  static let longestUnpromised = 1 << 30
  /// Wrong contents are asked for again only so often: a server that has the wrong file has it still.
  static let mismatchLimit = 3

  func run(over transport: any Transport) -> FileOutcome {
    do throws(SinkError) {
      let partial = try PartialFile(for: path, limit: promise?.size ?? Self.longestUnpromised)
      return try run(over: transport, into: partial)
    } catch {
      return .failed(Self.text(error), fatal: .disk)
    }
  }

  private func run(
    over transport: any Transport, into partial: PartialFile
  ) throws(SinkError) -> FileOutcome {
    if promise == nil, validator == nil, partial.count > 0 { try partial.restart() }
    var validator = validator
    var tries = 0
    var failures = 0
    var mismatches = 0
    var received = 0
    var pause = 0.0
    while true {
      // A run that died between the last byte and the renaming left a whole file.
      if let promise, partial.count == promise.size, promise.size > 0 {
        if partial.md5.digest == promise.digest {
          try partial.commit()
          return .fetched(
            FetchedBytes(
              received: received, tries: tries, wasResumed: partial.wasResumed || tries == 0))
        }
        try partial.restart()
      }
      guard gate.wait(pause) else { return .notTried }
      tries += 1
      partial.expectAnswer()
      let watcher = HeadWatcher(partial) { head in
        // Noted before the body is whole: an interrupted run goes on from it.
        guard promise == nil, head.status == 200 else { return }
        validator = head.validator
        remember(validator)
      }
      let answer = ask(transport, watcher, offset: partial.count, validator)
      received += partial.gained
      if partial.gained > 0 { failures = 0 }
      switch judge(answer, partial) {
      case .done:
        try partial.commit()
        return .fetched(
          FetchedBytes(received: received, tries: tries, wasResumed: partial.wasResumed))
      case .absent(let status):
        partial.discard()
        return .absent(status: status)
      case .stopped: return .notTried
      case .never(let reason, let fatal): return .failed(reason, fatal: fatal)
      case .mismatch(let reason):
        mismatches += 1
        // Of a wrong file no byte is kept: the next request asks for the whole.
        try partial.restart()
        guard mismatches < Self.mismatchLimit else {
          partial.discard()
          return .failed("\(reason), \(tries) times", fatal: nil)
        }
        pause = retry.pause(for: name, failures: mismatches)
      case .again(let reason, let asked):
        failures += 1
        guard failures <= retry.limit, tries <= 20 * (retry.limit + 1) else {
          return .failed("\(reason); gave up after \(tries) tries", fatal: nil)
        }
        pause = retry.pause(for: name, failures: failures)
        if let asked {
          guard asked <= retry.longestAsked else {
            return .failed(
              "\(reason); the server asks to come again in \(Int(asked)) s", fatal: nil)
          }
          gate.close(for: asked)
        }
      }
      if promise == nil, validator == nil { try partial.restart() }
    }
  }

  private typealias Answer = Result<ResponseHead, TransportFailure>

  private func ask(
    _ transport: any Transport, _ sink: any BodySink, offset: Int, _ validator: String?
  ) -> Answer {
    do throws(TransportFailure) {
      return .success(
        try transport.get(
          FetchRequest(url: url, offset: offset, validator: validator), into: sink))
    } catch {
      return .failure(error)
    }
  }

  private enum Judgement {
    case done, stopped
    case absent(Int)
    case mismatch(String)
    case again(String, asked: Double?)
    case never(String, fatal: FetchError.Code?)
  }

  private func judge(_ answer: Answer, _ partial: PartialFile) -> Judgement {
    let head: ResponseHead
    switch answer {
    case .success(let found): head = found
    case .failure(let failure):
      switch failure {
      case .stopped: return .stopped
      case .unreachable(let text), .broken(let text), .stalled(let text):
        return .again(text, asked: nil)
      case .untrusted(let text):
        return .never("the server's certificate is not accepted: \(text)", fatal: .untrusted)
      case .impossible(let text): return .never(text, fatal: nil)
      case .sink(.tooLong): return .mismatch("expected \(partial.limit) bytes, found more")
      case .sink(.disk(let text)): return .never(text, fatal: .disk)
      }
    }
    switch head.status {
    case 200, 206:
      if partial.isMisplaced {
        return .mismatch("expected the rest of the file, found another part")
      }
      guard let promise else {
        return partial.count > 0 ? .done : .mismatch("expected a list, found nothing")
      }
      if partial.count != promise.size {
        return .mismatch("expected \(promise.size) bytes, found \(partial.count)")
      }
      let digest = partial.md5.digest
      return digest == promise.digest
        ? .done : .mismatch("expected MD5 \(promise.digest), found \(digest)")
    case 404, 410: return .absent(head.status)
    case 416: return .mismatch("the server has no byte \(partial.count)")
    case 408, 425, 429, 500...599:
      let asked = head.headers["retry-after"].flatMap {
        RetryAfter.seconds($0, now: Date().timeIntervalSince1970)
      }
      return .again("the server answers \(head.status)", asked: asked)
    default: return .never("the server answers \(head.status)", fatal: nil)
    }
  }

  private static func text(_ error: SinkError) -> String {
    switch error {
    case .tooLong: "longer than expected"
    case .disk(let text): text
    }
  }
}

/// Passes everything on, and notes the head before the body is whole.
private final class HeadWatcher: BodySink {
  private let sink: any BodySink
  private let note: (ResponseHead) -> Void

  init(_ sink: any BodySink, note: @escaping (ResponseHead) -> Void) {
    self.sink = sink
    self.note = note
  }

  func begin(_ head: ResponseHead) -> Bool {
    note(head)
    return sink.begin(head)
  }

  func take(_ bytes: UnsafeRawBufferPointer) throws(SinkError) { try sink.take(bytes) }
}
