import Testing

/// Terminal, page and JSON say the same.
struct AgreementTests {
  @Test func `the headline and its day stand alike in terminal, page and JSON`() throws {
    let brief = try SharedBrief.get()
    let headline = brief.json["headline"]
    let text = try #require(headline["text"].text)
    let asOf = try #require(headline["asOf"].text)
    let terminal = Reading.flat(brief.terminal)
    #expect(terminal.lowercased().contains(text.lowercased()))
    #expect(terminal.contains(asOf))
    let heading = try #require(Reading.between("<h1", "</h1>", in: brief.page))
    #expect(Reading.plain("<h1" + String(heading)) == text)
    #expect(Reading.plain(brief.page).contains(asOf))
  }

  @Test func `key numbers stand in terminal and page as in JSON`() throws {
    let brief = try SharedBrief.get()
    let page = Reading.plain(brief.page)
    let terminal = Reading.flat(brief.terminal)
    for number in brief.json["keyNumbers"].items {
      for key in ["display", "word"] {
        let text = try #require(number[key].text)
        #expect(terminal.contains(text), "\(text)")
        #expect(page.lowercased().contains(text.lowercased()), "\(text)")
      }
    }
  }

  @Test func `the table of the terminal counts every claim`() throws {
    let brief = try SharedBrief.get()
    let lines = brief.terminal.split(separator: "\n").drop { !$0.contains("Which claims survive") }
    let rows = lines.drop { !$0.contains("untest.") }.dropFirst().prefix { row in
      row.firstMatch(of: #/(\s+\d+){6}$/#) != nil
    }
    let sums = rows.map { row in
      row.split(separator: " ").suffix(6).compactMap { Int($0) }.reduce(0, +)
    }
    #expect(rows.count == brief.json["documents"].items.count)
    #expect(sums.reduce(0, +) == brief.claims.count)
  }

  @Test func `every claim has the same verdict on the page as in JSON`() throws {
    let brief = try SharedBrief.get()
    for claim in brief.claims {
      let id = try #require(claim["id"].text)
      let card = try #require(
        Reading.between("id=\"c-\(id)\"", "</article>", in: brief.page), "\(id)")
      let chip = try #require(Reading.between("<span class=\"chip", "</span>", in: String(card)))
      #expect(
        Reading.plain("<span" + chip).lowercased() == claim["verdict"].text, "\(id)")
    }
  }

  @Test func `the page asks nothing of the network and runs no script`() throws {
    let page = try SharedBrief.get().page
    #expect(!page.contains("<script"))
    #expect(page.firstMatch(of: #/<link\s|@import|\ssrc=|url\((?!#|data:)/#) == nil)
  }

  @Test func `nothing that a reader sees is a number that is none`() throws {
    let brief = try SharedBrief.get()
    for text in [brief.terminal, Reading.plain(brief.page)] {
      #expect(text.firstMatch(of: #/\b(nan|inf|-inf|nil)\b|Optional\(/#.ignoresCase()) == nil)
    }
  }
}
