import EntenteNumerics
import EntenteRecord
import EntenteStore
import Foundation
import Testing

/// Ends `entente import` at random moments, as `kill -9` does, and looks at what is left.
///
/// The short version runs with the suite; `make kill-test` sets `ENTENTE_KILLS`.
@Suite(.serialized)
struct ImportKillTests {
  private static let kills =
    ProcessInfo.processInfo.environment["ENTENTE_KILLS"].flatMap { Int($0) } ?? 4
  private static let files = 7
  private static let rows = 330_000

  /// Files of quadruples, all different: more rows than three segments hold.
  private static func write(to folder: Folder) throws -> [String] {
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: folder.path(name)))
    }
    try write((0..<2_000).map { "Person \($0)\t\($0)\n" }.joined(), "entity2id.txt")
    try write("Consult\t0\n", "relation2id.txt")
    try write("id,cameo_code,goldstein,name\n0,040,1,Consult\n", "relation2cameo.csv")
    return try (0..<files).map { file in
      var text = ""
      for row in 0..<rows {
        let fact = file * rows + row
        text += "\(fact % 2_000)\t0\t\(fact / 2_000 % 2_000)\t\(24 * (row % 9))\n"
      }
      text += "bad row\n"
      let name = "part-\(file).txt"
      try write(text, name)
      return name
    }
  }

  private static func arguments(_ files: [String], _ record: String) -> [String] {
    ["import", "tkg"] + files
      + ["--record", record, "--day-zero", "2018-01-01", "--verbose"]
  }

  /// A sound record of whole files, with all that were reported, and no event twice.
  private static func expectSound(_ path: String, reported: [String], _ moment: String) throws {
    guard FileManager.default.fileExists(atPath: path + "/ledger.sqlite") else {
      #expect(reported.isEmpty, "\(moment): reported, but no record")
      return
    }
    let store = try RecordStore.open(at: path)
    let faults = try store.check()
    #expect(faults.isEmpty, "\(moment): \(faults)")
    let known = try store.files()
    for name in reported {
      #expect(known.contains { $0.file.path == name }, "\(moment): \(name) reported and lost")
    }
    #expect(
      known.allSatisfy { $0.account.kept == rows && $0.account.rejected == 1 },
      "\(moment): a part of a file")
    #expect(store.count == known.count * rows, "\(moment): events of no file")
    var rejects = 0
    try store.forEachReject { _ in
      rejects += 1
      return true
    }
    #expect(rejects == known.count, "\(moment): \(rejects) rejects of \(known.count) files")
    // File and line tell an event apart: none may be there twice.
    var seen = Set<UInt64>()
    for segment in store.segments {
      let (batch, files) = segment.events(in: 0..<segment.count)
      for i in 0..<batch.count {
        if !seen.insert(UInt64(files[i]) << 32 | UInt64(batch.line[i])).inserted {
          Issue.record("\(moment): line \(batch.line[i]) twice")
          return
        }
      }
    }
  }

  @Test(.enabled(if: Program.path != nil, Program.missing))
  func `an import ended at any moment loses nothing that was reported and doubles nothing`()
    throws
  {
    let folder = Folder()
    let files = try Self.write(to: folder)
    let start = Date()
    let whole = try Program.Running(Self.arguments(files, folder.path("whole")), in: folder.url)
      .finish()
    #expect(whole.status == 0, "\(whole.err)")
    let length = Date().timeIntervalSince(start)
    let digest = try RecordStore.open(at: folder.path("whole")).contentDigest()
    try Self.expectSound(folder.path("whole"), reported: files, "whole")
    var stream = RandomStream(seed: 7, name: "import kills")
    var (interrupted, within) = (0, 0)
    while interrupted < Self.kills {
      let into = folder.path("into-\(interrupted)")
      // Killed, and run again, until it comes through: each time from wherever it was left.
      for attempt in 0... {
        let running = try Program.Running(Self.arguments(files, into), in: folder.url)
        let moment =
          attempt < 5 && interrupted < Self.kills ? stream.uniform() * length * 1.05 : 600
        let deadline = Date().addingTimeInterval(moment)
        while running.process.isRunning, Date() < deadline { usleep(300) }
        let wasKilled = running.process.isRunning
        if wasKilled { Foundation.kill(running.process.processIdentifier, SIGKILL) }
        let output = try running.finish()
        let reported = output.err.split(separator: "\n").compactMap { line in
          line.hasPrefix("on the disk: ") ? String(line.dropFirst(13)) : nil
        }
        try Self.expectSound(
          into, reported: reported, "kill \(interrupted), attempt \(attempt), after \(moment) s")
        guard wasKilled else {
          #expect(output.status == 0, "\(output.err)")
          break
        }
        interrupted += 1
        if !reported.isEmpty { within += 1 }
      }
      let store = try RecordStore.open(at: into)
      #expect(store.contentDigest() == digest)
      // What an interrupted run left behind is swept by the next writer.
      let left = try FileManager.default.contentsOfDirectory(atPath: into + "/events")
      #expect(left.count == store.segments.count)
      try FileManager.default.removeItem(atPath: into)
    }
    print("\(interrupted) imports ended, \(within) of them after files were reported")
    if Self.kills >= 50 { #expect(within > Self.kills / 10) }
  }
}
