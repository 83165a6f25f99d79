import Foundation
import Testing

/// What a reader of the page reads: names instead of codes, and nothing twice.
struct PageWordingTests {
  /// The items of claims and evidence as plain text, without ids that are marked as code and without
  /// the way to method and data.
  private static func items() throws -> [String] {
    let page = try SharedBrief.get().page
    let start = try #require(page.firstRange(of: "<article class=\"claim\""))
    return page[start.lowerBound...].matches(of: #/(?s)<(li|dd|p)\b[^>]*>(.*?)</\1>/#).map { item in
      let bare = item.2.replacing(#/<code>.*?</code>/#, with: "")
        .replacing(#/<span class="way">.*/#.dotMatchesNewlines(), with: "")
        .replacing(#/<sup.*?</sup>/#, with: "").replacing("<br>", with: " ")
      return Reading.plain(bare)
    }
    // The list of sources names files after their series.
    .filter { !$0.contains("SHA-256") }
  }

  /// The first column of a table of the case, where it is an id that cannot be a word.
  private static func ids(_ file: String) throws -> Set<String> {
    let url = Program.root.appending(path: "cases/northeast-asia/\(file)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    let found = lines.compactMap { line in
      line.firstMatch(of: #/^(?:\s*- id: )?([a-z0-9]+(?:-[a-z0-9]+)+)\b/#).map { String($0.1) }
    }
    return Set(found)
  }

  @Test func `claims and evidence name events, facts and series, not their ids`() throws {
    let events = try Self.ids("chronology.csv")
    let facts = try Self.ids("facts.csv")
    let series = Set(
      try SharedBrief.get().json["sources"].items.compactMap { $0["id"].text }
        .filter { $0.contains("-") })
    #expect(events.count > 400 && facts.count > 30 && series.count > 20)
    let items = try Self.items()
    #expect(items.count > 500)
    for item in items {
      let words = Set(
        item.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init))
      // A series may begin a sentence; events have ids such as hwasong-15 beside the name.
      let atStart = Set(words.map { $0.lowercased() })
      let codes = words.intersection(events.union(facts)).union(atStart.intersection(series))
      #expect(codes.isEmpty, "\(codes) in: \(item)")
    }
  }

  @Test func `no item says the same sentence twice`() throws {
    for item in try Self.items() {
      var seen: Set<String> = []
      for sentence in item.split(separator: #/[.;:] /#).map({ $0.lowercased() })
      where sentence.count > 30 {
        #expect(seen.insert(sentence).inserted, "twice “\(sentence)” in: \(item)")
      }
    }
  }

  @Test func `no sentence breaks at its joints`() throws {
    let brief = try SharedBrief.get()
    let wrong =
      #/factor of no bound|of between|for The |\bdata: No |Level before\.|CONSULT|at once\.$/#
    for item in try Self.items() + [Reading.plain(brief.terminal)] {
      #expect(item.firstMatch(of: wrong) == nil, "\(item)")
    }
  }

  @Test func `evidence of levels, blocs and contrasts carries its numbers in its text`() throws {
    let lines = try SharedBrief.get().outcomes
      .filter { ["measure", "bloc", "contrast", "reaction"].contains($0["test"].text) }
      .flatMap { $0["evidence"].items }
    #expect(lines.count > 100)
    for line in lines {
      let text = try #require(line["text"].text)
      #expect(text.contains(#/\d/#), "\(text)")
      let value = try #require(line["estimate"]["value"].number)
      let whole = abs(value) >= 1 ? String(Int(abs(value))) : "0"
      // Shares are told in percent.
      let isTold =
        text.contains(whole) || text.contains("%") || text.contains(String(Int(abs(value)) + 1))
      #expect(isTold, "\(text) holds no \(value)")
    }
  }

  @Test func `what leads is told as a question with its p`() throws {
    let lines = try SharedBrief.get().json["evidence"].items.filter {
      $0["method"].text == "leading"
    }
    #expect(!lines.isEmpty)
    for line in lines {
      let text = try #require(line["text"].text)
      #expect(text.hasPrefix("Whether what ") && text.contains(": p "), "\(text)")
    }
  }

  @Test func `a bloc whose title is a plural is spoken of as one`() throws {
    let scratch = Scratch()
    try Program.run("case", "new", "mine", in: scratch)
    let text = try Program.run("brief", "mine", "--draws", "199", in: scratch).out
    let flat = Reading.flat(text).lowercased()
    #expect(flat.contains("are the northern islands a bloc?"), "\(text)")
    #expect(flat.firstMatch(of: #/the northern islands (is|stands) |one of the one/#) == nil)
  }
}
