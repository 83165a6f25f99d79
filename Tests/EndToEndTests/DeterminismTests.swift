import Foundation
import Testing

/// One seed, one answer.
struct DeterminismTests {
  @Test func `the number of threads does not change a byte of any file`() throws {
    let scratch = Scratch()
    var outputs: [Program.Output] = []
    for threads in ["1", "3"] {
      outputs.append(
        try Program.run(
          "brief", "northeast-asia", "--draws", "99", "--threads", threads, "--out", threads,
          in: scratch,
          limit: 600))
    }
    #expect(outputs.map(\.status) == [0, 0])
    #expect(outputs[0].out == outputs[1].out)
    for file in ["brief.json", "brief.html"] {
      #expect(try scratch.read("1/\(file)") == scratch.read("3/\(file)"), "\(file)")
    }
  }

  @Test func `two runs give the same bytes, wherever the case lies`() throws {
    let (here, there) = (try Scratch.withCase(), try Scratch.withCase())
    let first = try Program.run("brief", "case", "--json", in: here)
    let second = try Program.run("brief", there.file("case").path, "--json", in: here)
    #expect(first.status == 0)
    #expect(first.out == second.out)
  }

  @Test func `another seed gives other draws`() throws {
    let scratch = try Scratch.withCase()
    let briefs = try ["1", "2"].map {
      try Program.run("brief", "case", "--seed", $0, "--json", in: scratch).json()
    }
    #expect(briefs[0]["evidence"] != briefs[1]["evidence"])
    #expect(briefs[0]["curves"] == briefs[1]["curves"])
  }
}
