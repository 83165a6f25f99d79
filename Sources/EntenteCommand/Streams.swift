import Foundation

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#endif

/// Where output goes: results to standard output, everything else to standard error.
enum Streams {
  /// A closed pipe is no reason to leave the rest undone.
  static func log(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }

  /// Writes to standard output; a full disk ends the program with code 1.
  static func print(_ text: String) {
    do {
      _ = try send(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
    } catch {
      log(error.description)
      Foundation.exit(1)
    }
  }

  /// Sends bytes to standard output; false once nobody reads any more, as in `entente ... | head`.
  static func send(_ data: Data) throws(OutputFailure) -> Bool {
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        if errno == EPIPE { return false }
        throw OutputFailure("standard output", String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  static var isErrorTerminal: Bool { isatty(2) == 1 }

  /// Colour only on a terminal that wants it.
  static var wantsColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(1) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
  }

  /// Columns of the terminal, 80 where there is none.
  static var width: Int {
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return min(120, max(60, Int(size.ws_col)))
    }
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) ?? 80
    return min(120, max(60, columns))
  }

  /// A note on progress, shown on a terminal only.
  static func progress(_ text: String) {
    if isErrorTerminal { log(text) }
  }
}
