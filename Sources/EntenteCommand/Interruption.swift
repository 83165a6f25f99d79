import Dispatch
import Foundation
import Synchronization

/// Unfinished files, and what happens to them when the user presses Ctrl-C or the program is told to
/// end.
enum Interruption {
  private static let unfinished = Mutex<Set<String>>([])
  /// Kept alive for as long as the program runs; set once, before any thread starts.
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

  /// From here on a signal to end removes what is half written and ends the program with 128 and
  /// the signal's number: 130 for Ctrl-C, 143 for SIGTERM.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    let queue = DispatchQueue(label: "entente.interrupt", qos: .userInteractive)
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        unfinished.withLock { paths in
          for path in paths { unlink(path) }
          _exit(128 + number)
        }
      }
      source.resume()
      return source
    }
  }

  static func begin(_ path: String) { unfinished.withLock { _ = $0.insert(path) } }
  static func end(_ path: String) { unfinished.withLock { _ = $0.remove(path) } }
}

/// Files that are there whole or not at all.
enum AtomicFile {
  /// Writes beside the target and renames over it.
  static func write(_ data: Data, to path: String) throws {
    let temporary = "\(path).unfinished-\(ProcessInfo.processInfo.processIdentifier)"
    Interruption.begin(temporary)
    defer { Interruption.end(temporary) }
    do {
      try data.write(to: URL(fileURLWithPath: temporary))
      guard rename(temporary, path) == 0 else {
        throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
      }
    } catch {
      unlink(temporary)
      throw BadInput("\(path): cannot be written: \(error.localizedDescription)")
    }
  }

  /// Whether a folder is there or can be made; nothing is made yet.
  static func expectFolder(_ path: String) throws {
    var place = URL(fileURLWithPath: path).standardizedFileURL
    var isFolder: ObjCBool = false
    while !FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder),
      place.path != "/"
    {
      place.deleteLastPathComponent()
    }
    guard isFolder.boolValue, access(place.path, W_OK) == 0 else {
      let found = isFolder.boolValue ? "which may not be written to" : "which is a file"
      throw BadInput(
        "\(path): expected a folder that can be made or written to, found \(place.path), \(found)")
    }
  }

  static func folder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw BadInput("\(path): expected a folder that can be made, found a path that cannot")
    }
  }
}
