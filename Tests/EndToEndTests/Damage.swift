import Foundation
import Testing

/// A way to spoil the made-up case, and the fault that it must be told as.
struct Damage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Beginning of the line that names it.
  let fault: String
  let spoil: @Sendable (Scratch) throws -> Void

  init(_ name: String, _ fault: String, _ spoil: @escaping @Sendable (Scratch) throws -> Void) {
    testDescription = name
    self.fault = fault
    self.spoil = spoil
  }

  static let all: [Damage] = [
    Damage("an unknown actor", "attributes.csv:2: actor: expected an actor of the case") {
      try $0.replace("AAA,2020,cap", by: "ZZZ,2020,cap", in: "case/attributes.csv")
    },
    Damage("an event out of the window", "chronology.csv:3: date: expected a date in the case's") {
      try $0.replace("2020-03-12", by: "2031-03-12", in: "case/chronology.csv")
    },
    Damage("an event id twice", "chronology.csv:5: id: expected a new event id") {
      try $0.replace("rocket-2020,", by: "talks-2020,", in: "case/chronology.csv")
    },
    Damage("a fact id twice", "facts.csv:3: id: expected a new event or fact id") {
      try $0.replace("f-guests,", by: "f-pact-text,", in: "case/facts.csv")
    },
    Damage("a claim id twice", "claims.yaml:23: id: expected a new claim id") {
      try $0.replace("- id: \"1.2\"", by: "- id: \"1.1a\"", in: "case/claims.yaml")
    },
    Damage("a series id twice", "case.yaml:34: id: expected a new series id") {
      try $0.replace("{id: distrust,", by: "{id: trust,", in: "case/case.yaml")
    },
    Damage("a test of an event that is not there", "claims.yaml:16: events: expected the id of") {
      try $0.replace(
        "trigger, events: [harbour-pact]", by: "trigger, events: [harbour-pakt]",
        in: "case/claims.yaml")
    },
    Damage("a test of a series that is not there", "claims.yaml:36: measure: expected the id of") {
      try $0.replace("series: trust", by: "series: thrust", in: "case/claims.yaml")
    },
    Damage("a test that does not exist", "claims.yaml:") {
      try $0.replace("test: contrast", by: "test: contrasts", in: "case/claims.yaml")
    },
    Damage("an empty series", "case.yaml:32: file: expected at least one value of news") {
      try $0.write("week,AAA-BBB\n", to: "case/series/news.csv")
    },
    Damage("one actor", "case.yaml:7: actors: expected at least two with role core, found 1") {
      for code in ["BBB", "CCC", "DDD"] {
        let text = try $0.read("case/case.yaml")
        let lines = text.split(separator: "\n").filter { !$0.contains("{code: \(code),") }
        try $0.write(lines.joined(separator: "\n") + "\n", to: "case/case.yaml")
      }
    },
    Damage("a number that is none", "attributes.csv:2: value: expected a finite number") {
      try $0.replace("capability,0.4", by: "capability,NaN", in: "case/attributes.csv")
    },
    Damage("an endless number", "attributes.csv:2: value: expected a finite number") {
      try $0.replace("capability,0.4", by: "capability,1e999", in: "case/attributes.csv")
    },
    Damage("a line of 30 MB", "facts.csv:5: row: expected a line of at most 1 MB") {
      try $0.append(String(repeating: "x", count: 30 << 20), to: "case/facts.csv")
    },
    Damage("a value of 30 MB", "claims.yaml: file: expected at most 8 MB, found 31 MB") {
      try $0.write("- id: " + String(repeating: "x", count: 30 << 20), to: "case/claims.yaml")
    },
    Damage("a bomb of aliases", "documents.yaml:2: text: expected the value itself") {
      var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
      for level in 1...40 {
        let items = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
        bomb += "a\(level): &a\(level) [\(items)]\n"
      }
      try $0.write(bomb, to: "case/documents.yaml")
    },
    Damage("a path upwards", "case.yaml:35: file: expected a path inside the case folder") {
      try $0.replace("file: series/fleet.csv", by: "file: ../fleet.csv", in: "case/case.yaml")
    },
    Damage("a link out", "case.yaml:35: file: expected a path inside the case folder") {
      try FileManager.default.removeItem(at: $0.file("case/series/fleet.csv"))
      try FileManager.default.createSymbolicLink(
        atPath: $0.file("case/series/fleet.csv").path, withDestinationPath: "/etc/passwd")
    },
    Damage("a folder that links out", "case.yaml:32: file: expected a") {
      try FileManager.default.removeItem(at: $0.file("case/series"))
      try FileManager.default.createSymbolicLink(
        atPath: $0.file("case/series").path, withDestinationPath: "/etc")
    },
    Damage("no case.yaml", "case.yaml: file: expected a file of the case") {
      try FileManager.default.removeItem(at: $0.file("case/case.yaml"))
    },
  ]

  static let files = [
    "case.yaml", "claims.yaml", "documents.yaml", "questions.yaml", "chronology.csv", "facts.csv",
    "ties.csv", "attributes.csv", "categories.csv", "series/news.csv", "series/coverage.csv",
    "series/controls.csv", "series/effects.csv", "series/polls.csv",
  ]
}
