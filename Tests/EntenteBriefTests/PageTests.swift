import EntenteBrief
import EntenteClaims
import Foundation
import Testing

@Suite struct `The page` {
  @Test(arguments: Variants.names) func `is well formed and loads nothing`(name: String) throws {
    let page = Page.html(try Variants.report(name))
    let tags = TagChecker(page)
    #expect(tags.problems.isEmpty)
    #expect(tags.loads.isEmpty)
    #expect(!tags.names.contains("script"))
    #expect(Set(tags.ids).count == tags.ids.count, "ids are unique")
    #expect(page.utf8.count < 2_000_000)
    #expect(!page.contains("NaN") && !page.lowercased().contains(">inf"))
  }

  @Test(arguments: Variants.names) func `has no link that leads nowhere`(name: String) throws {
    let tags = TagChecker(Page.html(try Variants.report(name)))
    let ids = Set(tags.ids)
    for link in Set(tags.links) {
      let target = String(link.dropFirst()).removingPercentEncoding ?? ""
      #expect(ids.contains(target), "\(link)")
    }
  }

  @Test func `leads from every line of evidence to its method and its data`() throws {
    let report = Sample.report()
    let page = Page.html(report)
    let ids = Set(TagChecker(page).ids)
    let lines =
      report.evidence + report.claims.flatMap { $0.parts.flatMap { $0.tests.flatMap(\.evidence) } }
    for line in lines {
      #expect(ids.contains(line.id.replacing(" ", with: "_")))
      #expect(page.contains("href=\"#m-\(line.method)\""))
      for source in line.sources { #expect(page.contains("href=\"#d-\(source)\"")) }
    }
  }

  @Test func `leaves an attack a sentence`() {
    let page = Page.html(Sample.report())
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;"))
  }

  @Test func `leaves out what the report does not hold`() throws {
    let page = Page.html(try Variants.report("unmeasured"))
    for id in ["s-axis", "s-since", "s-triggers", "f-legs", "f-readings"] {
      #expect(!page.contains("id=\"\(id)\""))
    }
    #expect(page.contains("id=\"s-claims\""))
  }

  @Test func `has landmarks, a skip link and names for its pictures`() {
    let page = Page.html(Sample.report())
    for part in ["<main>", "<nav aria-label", "<footer>", "class=\"skip\"", "lang=\"en\"", "<h1"] {
      #expect(page.contains(part))
    }
    for match in page.matches(of: /<svg[^>]*>/) {
      let tag = String(match.0)
      let isNamed = tag.contains("aria-label") || tag.contains("aria-hidden")
      let isInside = !tag.contains("role=") && !tag.contains("class=\"fl")
      #expect(isNamed || isInside, "\(tag)")
    }
  }

  @Test func `is the same every time`() {
    #expect(Page.html(Sample.report()) == Page.html(Sample.report()))
  }
}

@Suite struct `The figures` {
  @Test(arguments: Variants.names) func `stand alone, well formed and numbered`(name: String)
    throws
  {
    let figures = Figures.all(try Variants.report(name))
    #expect(figures.map(\.number) == Array(1...(figures.count + 1)).dropLast())
    #expect(Set(figures.map(\.id)).count == figures.count)
    for figure in figures {
      let tags = TagChecker(figure.svg)
      #expect(tags.problems.isEmpty, "\(figure.id): \(tags.problems)")
      #expect(tags.loads.isEmpty)
      #expect(!figure.svg.contains("NaN") && !figure.svg.contains("var(--"))
      #expect(!figure.title.isEmpty && !figure.howToRead.isEmpty && !figure.sampleLine.isEmpty)
    }
  }

  @Test(arguments: Variants.names) func `give their numbers as even rows`(name: String) throws {
    for figure in Figures.all(try Variants.report(name)) {
      let lines = figure.csv.split(separator: "\n")
      #expect(lines.count > 1)
      let widths = Set(lines.map(fields))
      #expect(widths.count == 1, "\(figure.id)")
      #expect(!figure.csv.contains("nan") && !figure.csv.contains("inf,"))
    }
  }

  private func fields(_ line: Substring) -> Int {
    var count = 1
    var isQuoted = false
    for character in line {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted { count += 1 }
    }
    return count
  }
}
