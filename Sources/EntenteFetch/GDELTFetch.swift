public import EntenteRecord
import Foundation

/// Brings the files of a window to a folder, checked, and hands them on in order of time.
///
/// ```swift
/// let fetch = try GDELTFetch(.gdelt2(), from: first, to: last, mirror: "mirror")
/// let report = try fetch.run { files in try importer.add(files) }
/// ```
///
/// A run that ends for whatever reason is gone on with by the next one: what is in place and agrees
/// with the list is not fetched again, and of a file that is half there only the rest is.
public struct GDELTFetch {
  public let source: FetchSource
  public let window: Range<QuarterHour>
  public let mirrorPath: String
  public let options: FetchOptions
  public let base: String
  /// Told now and then how far the run is.
  public var progress: (FetchProgress) -> Void = { _ in }

  /// - Parameter last: The last day, included.
  /// - Throws: `FetchError` with `.badBase`.
  public init(
    _ source: FetchSource, from first: Day, through last: Day, mirror: String,
    options: FetchOptions = FetchOptions()
  ) throws(FetchError) {
    self.source = source
    window = QuarterHour(startOf: first)..<QuarterHour(startOf: max(first, last).adding(days: 1))
    mirrorPath = mirror
    self.options = options
    var base = options.base ?? source.defaultBase
    while base.hasSuffix("/") { base.removeLast() }
    guard let scheme = ["http://", "https://"].first(where: base.hasPrefix),
      base.count > scheme.count, base.utf8.allSatisfy({ $0 > 32 && $0 < 127 }),
      !base.contains("?"), !base.contains("#")
    else {
      throw FetchError(
        .badBase,
        "--base: expected an address such as \(source.defaultBase), found "
          + Fault.quoted(base))
    }
    self.base = base
  }

  /// Fetches what is missing.
  ///
  /// - Parameter onFiles: Gets the files in order of time, as many at a time as are ready; each
  ///   file once, whether fetched now or there before. Called on the caller's thread.
  /// - Throws: `FetchError` where nothing could be begun, and whatever `onFiles` throws.
  public func run(onFiles: ([FetchedFile]) throws -> Void = { _ in }) throws -> FetchReport {
    let mirror = try Mirror(mirrorPath, source)
    defer { mirror.unlock() }
    let gate = Gate()
    let (list, wasReused) = try ListFetch(
      source: source, window: window, base: base, options: options, mirror: mirror, gate: gate
    ).list()
    let plan = FetchPlan(list, of: source, window: window)
    try mirror.prepare(for: plan.files)
    var report = FetchReport(
      source: source.title, base: base, from: window.lowerBound, to: window.upperBound,
      folder: mirror.folder,
      patterns: ImportPatterns.matching(
        plan.files, of: source, in: window, under: mirror.folder),
      list: FetchReport.List(
        names: source.listNames, wasReused: wasReused, account: list.account,
        faults: list.faults.map(\.description), isCut: list.isCut,
        reachesTo: list.reach?.upperBound),
      listed: plan.files.count, gaps: plan.gaps)
    try expectRoom(for: plan.files, in: mirror)
    try fetch(plan.files, into: mirror, gate, &report, onFiles)
    report.stopped = gate.reason?.description
    report.gaps = CoverageGap.joined(report.gaps)
    return report
  }

  /// Told before the work rather than after hours of it.
  private func expectRoom(for files: [ListedFile], in mirror: Mirror) throws(FetchError) {
    let needed = files.reduce(0) { sum, file in
      let path = mirror.path(of: file)
      return FileManager.default.fileExists(atPath: path) ? sum : sum + file.size
    }
    guard let free = mirror.freeBytes, needed > free else { return }
    throw FetchError(
      .disk, "\(mirror.folder): expected \(needed) free bytes for the files listed, found \(free)")
  }

  private func fetch(
    _ files: [ListedFile], into mirror: Mirror, _ gate: Gate, _ report: inout FetchReport,
    _ onFiles: ([FetchedFile]) throws -> Void
  ) throws {
    let pool = DownloadPool(
      files: files, base: base, options: options, mirror: mirror, gate: gate)
    pool.start()
    defer { pool.finish() }
    let totalBytes = files.reduce(0) { $0 + $1.size }
    var doneBytes = 0
    var index = 0
    do {
      while index < files.count {
        let outcomes = pool.outcomes(from: index, within: 0.5)
        var ready: [FetchedFile] = []
        for outcome in outcomes {
          let file = files[index]
          index += 1
          if report.add(outcome, of: file) {
            doneBytes += file.size
            ready.append(
              FetchedFile(path: mirror.path(of: file), name: file.name, size: file.size))
          }
        }
        progress(
          FetchProgress(
            done: index, total: files.count, receivedBytes: pool.receivedBytes,
            doneBytes: doneBytes, totalBytes: totalBytes))
        if !ready.isEmpty { try onFiles(ready) }
      }
    } catch {
      gate.stop(FetchError(.disk, "the files could not be handed on"))
      throw error
    }
  }
}

extension FetchReport {
  /// Books the outcome; whether the file is in place.
  fileprivate mutating func add(_ outcome: FileOutcome, of file: ListedFile) -> Bool {
    switch outcome {
    case .present:
      present += 1
      return true
    case .fetched(let bytes):
      fetched += 1
      repeats += max(0, bytes.tries - 1)
      receivedBytes += bytes.received
      if bytes.wasResumed { resumed += 1 }
      return true
    case .absent:
      let span = file.span.clamped(to: from..<to)
      gaps.append(CoverageGap(span, .absent))
    case .failed(let reason, _):
      failures.append(Failure(file: file.name, reason: reason))
    case .notTried:
      untried += 1
    }
    return false
  }
}

extension CoverageGap {
  /// In order of time, those that touch and have one reason made one.
  static func joined(_ gaps: [CoverageGap]) -> [CoverageGap] {
    var out: [CoverageGap] = []
    for gap in gaps.sorted(by: { $0.span.lowerBound < $1.span.lowerBound }) {
      if let last = out.last, last.reason == gap.reason,
        last.span.upperBound == gap.span.lowerBound
      {
        out[out.count - 1] = CoverageGap(
          last.span.lowerBound..<gap.span.upperBound, gap.reason)
      } else {
        out.append(gap)
      }
    }
    return out
  }
}
