import EntenteRecord
import EntenteSources
import Foundation
import Testing

/// A small file of each format, made up by us, and what becomes of its lines.
struct ReaderFixture: CustomTestStringConvertible, Sendable {
  let format: String
  let path: String
  let lines: Int
  var header = 0
  var blank = 0
  let kept: Int
  var duplicate = 0
  /// Line, field and reason of each rejected row.
  var rejected: [Rejected] = []
  var notes: [String: Int] = [:]

  struct Rejected: Equatable, Sendable {
    let line: Int
    let field: String
    let reason: Rejection.Reason

    init(_ line: Int, _ field: String, _ reason: Rejection.Reason) {
      (self.line, self.field, self.reason) = (line, field, reason)
    }
  }

  var testDescription: String { format }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/events").path

  var file: String { "\(Self.folder)/\(path)" }
  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: file))) }

  static func of(_ format: String) throws -> ReaderFixture {
    try #require(all.first { $0.format == format })
  }

  static let all = [
    ReaderFixture(
      format: "gdelt1", path: "gdelt1.CSV", lines: 5, header: 1, kept: 3,
      rejected: [.init(5, "row", .columns)],
      notes: ["dated ten years or more before it was recorded": 1]),
    ReaderFixture(
      format: "gdelt2", path: "gdelt2.CSV", lines: 15, header: 1, blank: 1, kept: 6, duplicate: 1,
      rejected: [
        .init(8, "row", .columns), .init(9, "SQLDATE", .date), .init(10, "EventCode", .code),
        .init(11, "GoldsteinScale", .number), .init(12, "NumMentions", .number),
        .init(13, "DATEADDED", .date),
      ],
      notes: [
        "coordinates that are none": 1, "dated ten years or more before it was recorded": 1,
        "dated after it was recorded": 1, "code that CAMEO does not list": 1,
      ]),
    ReaderFixture(
      format: "icews", path: "icews.tab", lines: 11, header: 2, kept: 3, duplicate: 1,
      rejected: [
        .init(7, "CAMEO Code", .code), .init(8, "Event Date", .date), .init(9, "Event ID", .number),
        .init(10, "Intensity", .number), .init(11, "row", .columns),
      ], notes: ["state that is not known": 1]),
    ReaderFixture(
      format: "polecat", path: "polecat.txt", lines: 10, header: 1, kept: 4,
      rejected: [
        .init(6, "Event ID", .number), .init(7, "Event Date", .date), .init(8, "Event Type", .type),
        .init(9, "Intensity", .number), .init(10, "row", .columns),
      ],
      notes: [
        "dated ten years or more before it was recorded": 1, "empty columns at the end": 1,
        "mode that PLOVER does not list": 1, "state that is not known": 1,
      ]),
    ReaderFixture(
      format: "tkg", path: "tkg/train.txt", lines: 10, kept: 4, duplicate: 1,
      rejected: [
        .init(6, "subject", .reference), .init(7, "relation", .reference), .init(8, "time", .date),
        .init(9, "row", .columns), .init(10, "subject", .number),
      ], notes: ["fifth column": 1]),
    ReaderFixture(
      format: "icews-facts", path: "recent/facts.csv", lines: 10, header: 1, kept: 3, duplicate: 1,
      rejected: [
        .init(6, "date", .date), .init(7, "source_id", .reference), .init(8, "cameo", .code),
        .init(9, "n", .number), .init(10, "row", .columns),
      ], notes: ["counted more than once by the source": 1]),
    ReaderFixture(
      format: "icews-interstate", path: "recent/interstate.csv", lines: 5, header: 1, kept: 2,
      rejected: [.init(4, "target", .actor), .init(5, "source_kind", .actor)],
      notes: ["counted more than once by the source": 1]),
    ReaderFixture(
      format: "icews-events", path: "recent/events.csv", lines: 6, header: 2, kept: 3,
      rejected: [.init(4, "row", .columns)]),
    ReaderFixture(
      format: "entente", path: "entente.csv", lines: 7, header: 1, kept: 2,
      rejected: [
        .init(4, "format", .type), .init(5, "id", .number), .init(6, "target_kind", .actor),
        .init(7, "latitude", .number),
      ]),
  ]
}
