import EntenteNumerics
import EntenteRecord
import EntenteStore
import Foundation
import Testing

/// Ends a program that writes to a record at random moments, as `kill -9` does.
///
/// The short version runs with the suite; `make kill-test` sets `ENTENTE_KILLS`.
@Suite(.serialized)
struct KillTests {
  static let kills =
    ProcessInfo.processInfo.environment["ENTENTE_KILLS"].flatMap { Int($0) } ?? 12

  /// Records of parts, and the digest of all of them together.
  private static func parts(in folder: Folder) throws -> (paths: [String], digest: UInt64) {
    var made = MadeEvents(seed: 11)
    let batches = (0..<6).map { _ in (0..<4).map { _ in made.batch(2_000) } }
    let all = try RecordStore.create(at: folder.path("all"))
    let whole = try all.writer()
    var paths: [String] = []
    for (i, files) in batches.enumerated() {
      let path = folder.path("part-\(i)")
      let store = try RecordStore.create(at: path)
      let writer = try store.writer()
      for (j, batch) in files.enumerated() {
        try writer.take("p\(i)f\(j)", [batch])
        try whole.take("p\(i)f\(j)", [batch])
      }
      try writer.flush()
      paths.append(path)
    }
    try whole.flush()
    return (paths, try all.reopened().contentDigest())
  }

  /// What is right at any moment: a sound record, of whole parts, with all that was reported done.
  private static func expectSound(_ path: String, reported: [String], _ moment: String) throws
    -> Int
  {
    guard FileManager.default.fileExists(atPath: path + "/ledger.sqlite") else {
      #expect(reported.isEmpty, "\(moment): reported, but no record")
      return 0
    }
    let store = try RecordStore.open(at: path)
    let faults = try store.check()
    #expect(faults.isEmpty, "\(moment): \(faults)")
    let files = try store.files()
    let byPart = Dictionary(grouping: files) { $0.file.path.prefix(2) }
    #expect(byPart.values.allSatisfy { $0.count == 4 }, "\(moment): part of a part")
    for part in reported {
      #expect(byPart["p\(part)"] != nil, "\(moment): part \(part) was reported and is lost")
    }
    // One event each of one number and day, within a family.
    var keys = Set<String>()
    for segment in store.segments {
      let batch = segment.events(in: 0..<segment.count).batch
      for i in 0..<batch.count where batch.id[i] != 0 {
        let key = "\(batch.format.family)|\(batch.id[i])|\(batch.day[i])"
        if !keys.insert(key).inserted { Issue.record("\(moment): \(key) twice") }
      }
    }
    return files.count
  }

  @Test(.enabled(if: Program.path != nil, Program.missing))
  func `an end at any moment loses nothing that was reported and doubles nothing`() throws {
    let folder = Folder()
    let (paths, digest) = try Self.parts(in: folder)
    let start = Date()
    let full = try Program.Running(
      ["merge"] + paths + ["--into", folder.path("timed")], in: folder.url
    ).finish()
    #expect(full.status == 0, "\(full.err)")
    let length = Date().timeIntervalSince(start)
    #expect(try RecordStore.open(at: folder.path("timed")).contentDigest() == digest)

    var stream = RandomStream(seed: 5, name: "kills")
    var interrupted = 0
    for kill in 0..<Self.kills {
      let into = folder.path("into-\(kill)")
      // Killed, and run again, until it comes through: each time from wherever it was left.
      for attempt in 0... {
        let running = try Program.Running(
          ["merge"] + paths + ["--into", into], in: folder.url)
        let moment = attempt < 4 ? stream.uniform() * length : 60
        let deadline = Date().addingTimeInterval(moment)
        while running.process.isRunning, Date() < deadline { usleep(300) }
        let wasKilled = running.process.isRunning
        if wasKilled { Foundation.kill(running.process.processIdentifier, SIGKILL) }
        let output = try running.finish()
        let reported = output.err.split(separator: "\n").compactMap { line in
          line.contains(/files? joined,/)
            ? line.split(separator: ":").first.map { String($0.suffix(1)) } : nil
        }
        _ = try Self.expectSound(
          into, reported: reported, "kill \(kill), attempt \(attempt), after \(moment) s")
        if !wasKilled {
          #expect(output.status == 0, "\(output.err)")
          break
        }
        interrupted += 1
      }
      let store = try RecordStore.open(at: into)
      #expect(store.contentDigest() == digest)
      // What an interrupted run left behind is swept by the next writer.
      let left = try FileManager.default.contentsOfDirectory(atPath: into + "/events")
      #expect(left.count == store.segments.count)
      try FileManager.default.removeItem(atPath: into)
    }
    #expect(interrupted > Self.kills / 2, "only \(interrupted) of the moments lay within a run")
  }

  @Test(.enabled(if: Program.path != nil, Program.missing))
  func `an end while compacting leaves the events as they are`() throws {
    let folder = Folder()
    let (paths, digest) = try Self.parts(in: folder)
    let into = folder.path("into")
    let merged = try Program.Running(["merge"] + paths + ["--into", into], in: folder.url).finish()
    #expect(merged.status == 0, "\(merged.err)")
    var stream = RandomStream(seed: 6, name: "kills")
    for kill in 0..<max(4, Self.kills / 4) {
      let running = try Program.Running(["record", "compact", into], in: folder.url)
      let deadline = Date().addingTimeInterval(stream.uniform() * 0.08)
      while running.process.isRunning, Date() < deadline { usleep(200) }
      Foundation.kill(running.process.processIdentifier, SIGKILL)
      _ = try running.finish()
      _ = try Self.expectSound(into, reported: [], "compaction \(kill)")
      #expect(try RecordStore.open(at: into).contentDigest() == digest)
    }
  }
}
