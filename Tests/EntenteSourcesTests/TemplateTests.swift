import EntenteRecord
import EntenteSources
import Foundation
import Testing

struct TemplateTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "template-\(UUID().uuidString)")
  private var path: String { folder.path(percentEncoded: false) }

  @Test func `the template reads back without a fault`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try CaseTemplate.write(to: path)
    let reading = CaseReader.check(at: path)
    #expect(reading.faults == [])
    let value = try #require(reading.value)
    #expect(value.core.count == 4 && value.claims.count == 2 && value.questions.count == 1)
    #expect(value.affinity?.coverage.count == 104)
    let siblings = try FileManager.default.contentsOfDirectory(
      atPath: folder.deletingLastPathComponent().path(percentEncoded: false))
    #expect(siblings.filter { $0.hasPrefix(folder.lastPathComponent) }.count == 1)
  }

  @Test func `an empty folder is filled and a used one is left alone`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try CaseTemplate.write(to: path + "/")
    do throws(RecordError) {
      try CaseTemplate.write(to: path)
      Issue.record("no error")
    } catch {
      #expect(
        error.description
          == "\(path): case: expected a new or empty folder, found one that is in use\n"
          + "    hint: choose another name")
    }
  }

  @Test func `a folder that cannot be made is an error`() {
    #expect(throws: RecordError.self) { try CaseTemplate.write(to: "/nowhere/at-all/case") }
    #expect(throws: RecordError.self) { try CaseTemplate.write(to: "") }
  }
}
