import EntenteFetch
import Foundation

/// What a fetch did, for a reader.
enum FetchSummary {
  static func text(_ report: FetchReport, next: String?) -> String {
    let last = report.to.advanced(by: -1).day
    var lines = ["\(report.source), recorded \(report.from.day) to \(last) (UTC)"]
    func row(_ name: String, _ text: String) {
      lines.append("  " + name.padding(toLength: 13, withPad: " ", startingAt: 0) + text)
    }
    let account = report.list.account
    row(
      "list",
      "\(account.lines) lines: \(account.wanted) files of this feed, \(account.other) of others"
        + (account.repeated > 0 ? ", \(account.repeated) repeated" : "")
        + (account.malformed > 0 ? ", \(account.malformed) malformed" : "")
        + (report.list.wasReused ? "; kept from an earlier run" : ""))
    for fault in report.list.faults { row("", fault) }
    if report.list.isCut { row("", "its last line is cut off: run again with --refresh") }
    row(
      "files",
      "\(report.listed) listed: \(report.fetched) fetched (\(size(report.receivedBytes))), "
        + "\(report.present) there already"
        + (report.failures.isEmpty ? "" : ", \(report.failures.count) failed")
        + (report.untried > 0 ? ", \(report.untried) not tried" : ""))
    for gap in report.gaps {
      row("not covered", "\(gap.span.lowerBound) to \(gap.span.upperBound): \(gap.reason.text)")
    }
    for failure in report.failures { row("failed", "\(failure.file): \(failure.reason)") }
    row("folder", report.folder)
    if let next { row("next", next) }
    return lines.joined(separator: "\n")
  }

  static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: "\(bytes) bytes"
    case ..<1_000_000: String(format: "%.1f kB", Double(bytes) / 1e3)
    case ..<1_000_000_000: String(format: "%.1f MB", Double(bytes) / 1e6)
    default: String(format: "%.2f GB", Double(bytes) / 1e9)
    }
  }
}

/// Progress on a terminal: one line, written over.
final class FetchMeter {
  private let start = Date()
  private var hasShown = false

  func show(_ progress: FetchProgress) {
    guard Streams.isErrorTerminal else { return }
    let seconds = max(0.001, Date().timeIntervalSince(start))
    let rate = Double(progress.receivedBytes) / seconds
    var line =
      "\(progress.done) of \(progress.total) files, "
      + "\(FetchSummary.size(progress.receivedBytes)), \(FetchSummary.size(Int(rate)))/s"
    if rate > 0, progress.done > 0, progress.done < progress.total {
      let left = Double(progress.totalBytes - progress.doneBytes) / rate
      line += left < 90 ? ", \(Int(left)) s left" : ", \(Int(left / 60)) min left"
    }
    hasShown = true
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1b}[K\(line)".utf8))
  }

  func end() {
    if hasShown { try? FileHandle.standardError.write(contentsOf: Data("\r\u{1b}[K".utf8)) }
  }
}
