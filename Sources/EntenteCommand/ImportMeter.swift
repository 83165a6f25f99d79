import EntenteSources
import Foundation

/// How far an import is, how fast it goes, and how long it will take: on standard error.
final class ImportMeter {
  private let start = Date()
  private var last = Date.distantPast
  private var isShown = false

  /// A bar on a terminal several times a second; elsewhere a line every ten seconds.
  func show(_ progress: ImportProgress) {
    let now = Date()
    guard now.timeIntervalSince(last) >= (Streams.isErrorTerminal ? 0.2 : 10) else { return }
    // The first moment says nothing of the rate.
    if last == .distantPast {
      last = now
      return
    }
    last = now
    let seconds = max(0.001, now.timeIntervalSince(start))
    let share = progress.bytes > 0 ? Double(progress.bytesDone) / Double(progress.bytes) : 1
    let rate = Double(progress.bytesDone) / seconds / 1e6
    let left = share > 0 ? seconds * (1 - share) / share : 0
    let text =
      "\(progress.filesDone) of \(progress.files) files, \(progress.rows) rows, "
      + "\(Int((share * 100).rounded()))%, \(Int(rate.rounded())) MB/s, "
      + "\(ImportMeter.duration(left)) left"
    guard Streams.isErrorTerminal else { return Streams.log(text) }
    let filled = Int((share * 20).rounded())
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
    write("\r[\(bar)] \(text)\u{1B}[K")
    isShown = true
  }

  /// Takes the bar away.
  func finish() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 60 { return "\(whole) s" }
    return whole < 3600
      ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole / 60 % 60) min"
  }
}
