import ArgumentParser
import EntenteClaims
import EntenteRecord
import EntenteSources
import Foundation

/// Where built-in cases are found, and how an argument names one.
enum CaseLocation {
  /// Folders that hold cases: `$ENTENTE_CASES`, `share/entente/cases` beside the program's folder,
  /// and `cases` of the checkout that the program was built in.
  static var shelves: [URL] {
    var shelves: [URL] = []
    if let folder = ProcessInfo.processInfo.environment["ENTENTE_CASES"] {
      shelves.append(URL(fileURLWithPath: folder))
    }
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return shelves }
    var folder = program.deletingLastPathComponent()
    shelves.append(
      folder.deletingLastPathComponent().appending(path: "share/entente/cases"))
    for _ in 0..<6 {
      if exists(folder.appending(path: "Package.swift")) {
        shelves.append(folder.appending(path: "cases"))
      }
      folder = folder.deletingLastPathComponent()
    }
    return shelves
  }

  /// Built-in cases by name; an earlier shelf wins.
  static var builtIn: [String: URL] {
    var found: [String: URL] = [:]
    for shelf in shelves {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: shelf.path)) ?? []
      for name in names where exists(shelf.appending(path: "\(name)/case.yaml")) {
        if found[name] == nil { found[name] = shelf.appending(path: name) }
      }
    }
    return found
  }

  /// The folder that an argument means: a folder, or the name of a built-in case.
  static func folder(of argument: String) throws -> String {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw BadInput("\(argument): expected a case's folder, found a file")
      }
      return argument
    }
    let known = builtIn
    if let url = known[argument] { return url.path }
    let hint =
      NearSpelling.of(argument, among: known.keys).map { "did you mean \($0)?" }
      ?? "built-in cases: "
      + (known.isEmpty ? "none found" : known.keys.sorted().joined(separator: ", "))
    throw BadInput(
      "\(Fault.quoted(argument)): expected a case's folder or the name of a built-in case, found neither\n    hint: \(hint)"
    )
  }

  /// The case that an argument means.
  ///
  /// - Throws: `RecordError` with every fault of every file and of every claim's tests.
  static func read(_ argument: String) throws -> Case {
    let reading = CaseReader.check(at: try folder(of: argument))
    let faults = faults(of: reading)
    guard let value = reading.value, faults.isEmpty else {
      throw RecordError(
        reading.isUnreadable ? .unreadable : .invalid, faults, omitted: reading.omitted)
    }
    return value
  }

  /// The faults of a case's files and of its claims' tests.
  static func faults(of reading: CaseReader.Reading) -> [Fault] {
    let tests =
      reading.value.map { ClaimTestCatalog.faults(in: $0) }
      ?? reading.partial.map { ClaimTestCatalog.faults(in: $0) } ?? []
    return reading.faults + tests
  }

  private static func exists(_ url: URL) -> Bool {
    FileManager.default.fileExists(atPath: url.path)
  }
}

/// The case that a command works on.
struct CaseArgument: ParsableArguments {
  @Argument(help: "A case's folder, or the name of a built-in case.", completion: .directory)
  var folder: String

  func read() throws -> Case { try CaseLocation.read(folder) }
}

/// Options of every command that computes.
struct AnalysisOptions: ParsableArguments {
  @Option(help: "Seed of all random numbers: one seed, the same bytes.")
  var seed: UInt64 = 20_231_018

  @Option(help: "Draws of each bootstrap, 99 to 99,999.")
  var draws: Int = 999

  @Option(help: "Threads; the answer does not depend on their number. Default: all cores.")
  var threads: Int?

  var workers: Int { threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }

  func validate() throws {
    guard (99...99_999).contains(draws) else {
      throw ValidationError("--draws: expected 99 to 99999, found \(draws)")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads: expected 1 to 1024, found \(threads)")
    }
  }
}
