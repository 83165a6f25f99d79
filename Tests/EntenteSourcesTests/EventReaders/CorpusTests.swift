import EntenteRecord
import EntenteSources
import Foundation
import Testing

/// Inputs that broke a reader once, found by `entente-fuzz`, and the laws themselves.
struct CorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/fuzz").path

  private static func laws(_ fixture: ReaderFixture) -> ReadingLaws {
    ReadingLaws(format: fixture.format, path: fixture.file, options: FixtureTests.options)
  }

  @Test(arguments: ReaderFixture.all)
  func `good files and kept cases break no law`(fixture: ReaderFixture) throws {
    let laws = Self.laws(fixture)
    #expect(laws.broken(by: try fixture.bytes()) == [])
    let folder = "\(Self.folder)/\(fixture.format)"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? [] {
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
      #expect(laws.broken(by: bytes) == [], "\(folder)/\(name)")
    }
  }

  @Test(arguments: ReaderFixture.all)
  func `every beginning of a file is read or refused`(fixture: ReaderFixture) throws {
    let bytes = try fixture.bytes()
    let laws = Self.laws(fixture)
    for length in 0...bytes.count {
      let broken = laws.broken(by: Array(bytes[..<length]), thoroughly: length % 64 == 0)
      #expect(broken == [], "\(length) bytes")
      if !broken.isEmpty { return }
    }
  }
}
