import Foundation
import Testing

/// A signal to end leaves nothing half done.
struct InterruptionTests {
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `an interrupted brief ends with the signal's code and leaves no file`(
    _ signal: Int32
  ) throws {
    let scratch = Scratch()
    let running = try Program.Running(
      executable: Program.url(),
      ["brief", "northeast-asia", "--draws", "9999", "--out", "brief", "--figures", "figures"],
      in: scratch)
    usleep(800_000)
    kill(running.process.processIdentifier, signal)
    let output = try running.finish(within: 20)
    #expect(output.status == 128 + signal && !output.wasSignalled)
    #expect(output.out.isEmpty)
    #expect(scratch.contents == [])
  }

  @Test func `whenever the interrupt comes, files are whole or absent`() throws {
    let scratch = try Scratch.withCase()
    for step in 0..<12 {
      let out = "brief-\(step)"
      let running = try Program.Running(
        executable: Program.url(), ["brief", "case", "--out", out, "--figures", out], in: scratch)
      usleep(UInt32(50_000 * step))
      kill(running.process.processIdentifier, SIGINT)
      let output = try running.finish(within: 20)
      // Before the handler stands, the signal itself ends the program.
      #expect([0, 130, SIGINT].contains(output.status))
      for name in scratch.contents where name.hasPrefix(out + "/") {
        #expect(!name.contains("unfinished"))
        let text = try scratch.read(name)
        if name.hasSuffix(".svg") { #expect(WellFormed.isXML(text), "\(name)") }
        if name.hasSuffix(".csv") { #expect(!WellFormed.csvWidths(text).isEmpty, "\(name)") }
        if name.hasSuffix(".json") { #expect(throws: Never.self) { try JSON.parse(text) } }
        if name.hasSuffix(".html") { #expect(text.hasSuffix("</html>\n"), "\(name)") }
      }
    }
  }

  @Test func `a reader that goes away is no error`() throws {
    let scratch = try Scratch.withCase()
    let output = try Program.shell("entente brief case --json | head -c 10", in: scratch)
    #expect(output.status == 0)
    #expect(output.err.isEmpty)
    // Even where notes go the same way, the files are all written.
    try Program.shell("entente brief case 2>&1 | head -n 1", in: scratch)
    #expect(scratch.has("entente-brief/brief.json"))
  }
}
