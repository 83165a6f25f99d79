import ArgumentParser
import EntenteSources
import Foundation

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@main
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-fuzz",
    abstract: "Damages good files over and over and holds the readers to their laws.",
    discussion: """
      Example:
        entente-fuzz gdelt2 zip --executions 1000000 --seed 7

      The same seed damages in the same way. An input that breaks a law is kept in \
      FIXTURES/fuzz/TARGET; if the program itself is ended, the one at work stands in the file that \
      is named at the start. Exit code 1 if a law was broken.
      """)

  @Argument(help: "Readers, gzip or zip; all if none is named.") var targets: [String] = []
  @Option(help: "Damaged inputs for each.") var executions = 20_000
  @Option(help: "Seed of the damage.") var seed: UInt64 = 1
  @Option(help: "Folder of the fixtures.", completion: .directory)
  var fixtures = "Tests/Fixtures"
  @Option(
    help: "The slow laws, export and finding of the format, are tried on one input in so many.")
  var thorough = 16

  func validate() throws {
    guard executions >= 0, thorough > 0 else {
      throw ValidationError("expected --executions of 0 or more and --thorough of 1 or more")
    }
  }

  func run() throws {
    let memory =
      FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    let scratch = "\(memory)/entente-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let all = try FuzzTarget.all(fixtures: fixtures, scratch: scratch)
    let unknown = targets.filter { name in !all.contains { $0.name == name } }
    guard unknown.isEmpty else {
      let names = all.map(\.name).joined(separator: ", ")
      throw ValidationError("expected \(names), found \(unknown.joined(separator: ", "))")
    }
    log("the input at work: \(scratch)/at-work")
    var failures = 0
    for target in all where targets.isEmpty || targets.contains(target.name) {
      failures += try run(target, at: "\(scratch)/at-work")
    }
    if failures > 0 { throw ExitCode(1) }
  }

  /// How many inputs broke a law.
  private func run(_ target: FuzzTarget, at path: String) throws -> Int {
    let current = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    defer { close(current) }
    let corpus = "\(fixtures)/fuzz/\(target.name)"
    var failures = 0
    let names = (try? FileManager.default.contentsOfDirectory(atPath: corpus).sorted()) ?? []
    for name in names {
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(corpus)/\(name)")))
      let broken = target.broken(bytes, true)
      if !broken.isEmpty {
        failures += 1
        log("\(target.name): \(name): \(broken.joined(separator: "; "))")
      }
    }
    var mutator = Mutator(seed: seed, name: target.name, seeds: target.seeds)
    let start = Date()
    var bytesRead = 0
    for execution in 0..<executions {
      let bytes = mutator.next()
      bytesRead += bytes.count
      _ = pwrite(current, bytes, bytes.count, 0)
      _ = ftruncate(current, off_t(bytes.count))
      let broken = target.broken(bytes, execution % thorough == 0)
      guard !broken.isEmpty else { continue }
      failures += 1
      try FileManager.default.createDirectory(atPath: corpus, withIntermediateDirectories: true)
      let file = "\(corpus)/seed-\(seed)-\(execution)"
      try Data(bytes).write(to: URL(filePath: file))
      log("\(file): \(broken.joined(separator: "; ").prefix(600))")
      if failures >= 10 { break }
    }
    let seconds = max(0.001, Date().timeIntervalSince(start))
    print(
      "\(target.name): \(names.count) kept cases, \(executions) executions, \(failures) broken, "
        + "\(Int(Double(executions) / seconds)) a second, "
        + "\(bytesRead / max(1, executions)) bytes each, \(Int(seconds.rounded())) s")
    return failures
  }

  private func log(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
