import EntenteRecord
import EntenteSources
import Foundation
import Testing

struct ShippedCaseTests {
  @Test func `the case of Northeast Asia reads without a fault`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "cases/northeast-asia")
    let reading = CaseReader.check(at: folder.path(percentEncoded: false))
    #expect(reading.faults.map(\.description) == [] && reading.omitted == 0)
  }
}
