import Foundation
import Testing

/// Every command that the documents and the help print can be typed as it stands.
struct DocumentedCommandsTests {
  /// Lines `entente ...` or `$ entente ...` of fenced and of indented blocks, in order.
  static func commands(in text: String) -> [String] {
    var isFenced = false
    var commands: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") { isFenced.toggle() }
      if isFenced || line.hasPrefix("    "),
        let match = line.wholeMatch(of: #/\s*(?:\$ )?(entente .*)/#)
      {
        commands.append(String(match.1))
      }
    }
    return commands
  }

  @Test(arguments: ["README.md", "docs/commands.md"])
  func `commands of a document run one after another`(document: String) throws {
    let file = Program.root.appending(path: document)
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      #expect(document == "README.md", "\(document) is missing")
      return
    }
    let commands = Self.commands(in: text)
    #expect(commands.count > 4)
    let scratch = try Scratch.withCase()
    // The older brief that `diff` is shown with.
    try Program.run("brief", "case", "--out", "old", "--format", "json", in: scratch)
    for command in commands {
      let output = try Program.shell(command, in: scratch, limit: 300)
      #expect(output.status == 0, "\(command): \(output.err)")
    }
  }

  @Test func `examples of the help run one after another`() throws {
    let scratch = Scratch()
    func examples(_ command: [String]) throws -> [String] {
      try Program.run(command + ["--help"], in: scratch).out.split(separator: "\n")
        .compactMap { line in line.wholeMatch(of: #/  (entente .*)/#).map { String($0.1) } }
    }
    let order = ["case new", "brief", "", "case", "case list", "case check", "case events"]
    let rest = ["case claims", "show", "cite"]
    var count = 0
    for name in order + rest {
      for example in try examples(name.split(separator: " ").map(String.init)) {
        let output = try Program.shell(example, in: scratch, limit: 300)
        #expect(output.status == 0, "\(example): \(output.err)")
        count += 1
      }
    }
    #expect(count > 12)
    // The example of `diff` speaks of an older brief.
    try Program.shell("mkdir old && cp entente-brief/brief.json old/", in: scratch)
    for example in try examples(["diff"]) {
      #expect(try Program.shell(example, in: scratch).status == 0, "\(example)")
    }
  }
}
