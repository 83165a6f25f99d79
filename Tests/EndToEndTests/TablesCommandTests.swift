import Foundation
import Testing

/// `entente import` of tables, `entente tables` and `entente actors`, as a user meets them.
struct TablesCommandTests {
  static let trade =
    "ccode,year,imports,exports,version\n2,1870,450,418,4\n710,1950,1,2,4\n9999,1950,1,2,4\n"

  @Test func `a table goes in, is listed with its source, and comes out`() throws {
    let scratch = Scratch()
    try scratch.write(Self.trade, to: "trade.csv")
    let taken = try Program.run(
      "import", "cow-trade", "trade.csv", "--record", "world", in: scratch)
    #expect(taken.status == 0, "\(taken.err)")
    #expect(taken.out.contains("3 rows: 2 kept, 0 duplicate, 1 rejected"))
    #expect(taken.err.contains("columns left out: version"))
    let again = try Program.run(
      "import", "cow-trade", "trade.csv", "--record", "world", in: scratch)
    #expect(again.out.contains("1 file in the record already"))
    let list = try Program.run("tables", "world", in: scratch)
    #expect(list.out.contains("cow-trade  state-year"))
    #expect(list.out.contains("cite: Barbieri, Keshk and Pollins 2009"))
    #expect(list.out.contains("trade.csv, xxh64:"))
    let rows = try Program.run(
      "tables", "world", "cow-trade", "--from", "1900", "--actors", "chn", "--csv", in: scratch)
    #expect(rows.out == "state,ccode,year,imports,exports\nCHN,710,1950,1,2\n")
    let json = try Program.run("tables", "world", "cow-trade", "--json", in: scratch)
    let object = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any]
    #expect(object?["count"] as? Int == 2)
    let rejects = try Program.run("record", "rejects", "world", in: scratch)
    #expect(rejects.out.hasPrefix("trade.csv\t4\tccode\tactor\t"))
    #expect(rejects.out.hasSuffix("\t9999,1950,1,2,4\n"))
    #expect(try Program.run("record", "check", "world", in: scratch).status == 0)
  }

  @Test func `a dry run, years and auto reach tables too`() throws {
    let scratch = Scratch()
    try scratch.write(Self.trade, to: "trade.csv")
    let dry = try Program.run("import", "auto", "trade.csv", "--dry-run", in: scratch)
    #expect(dry.status == 0, "\(dry.err)")
    #expect(dry.out.contains("cow-trade, told by a header with its columns ccode, exports"))
    #expect(dry.out.contains("trade.csv:4: ccode: rejected for actor"))
    #expect(dry.out.hasSuffix("nothing was written\n"), "\(dry.out)")
    #expect(!scratch.has("world"))
    let taken = try Program.run(
      "import", "auto", "trade.csv", "--record", "world", "--from", "1900-01-01", in: scratch)
    #expect(taken.out.contains("1 kept, 0 duplicate, 1 rejected, 1 left out by choice"))
    let check = try Program.run("record", "check", "world", in: scratch)
    #expect(check.out.contains("0 events of 0 files, 1 table, sound"), "\(check.out)")
    let again = try Program.run(
      "import", "cow-trade", "trade.csv", "--record", "world", "--dry-run", in: scratch)
    #expect(again.out.contains("1 file in the record already"))
  }

  @Test func `merge joins tables, or says why it does not`() throws {
    let scratch = Scratch()
    let header = "ccode,year,imports,exports\n"
    for (name, rows) in [
      ("a", "2,1870,1,1\n2,1871,1,1\n"), ("b", "2,1871,1,1\n2,1872,1,1\n"),
      ("c", "2,1870,5,5\n"),
    ] {
      try scratch.write(header + rows, to: "\(name).csv")
      #expect(
        try Program.run("import", "cow-trade", "\(name).csv", "--record", name, in: scratch)
          .status == 0)
    }
    let merged = try Program.run("merge", "a", "b", "--into", "all", in: scratch)
    #expect(merged.status == 0, "\(merged.err)")
    #expect(merged.err.contains("a: 1 file of tables joined, 0 known already, 0 rows"))
    #expect(merged.err.contains("b: 1 file of tables joined, 0 known already, 1 row known"))
    let rows = try Program.run("tables", "all", "cow-trade", "--csv", in: scratch)
    #expect(rows.out.split(separator: "\n").count == 4)
    let refused = try Program.run("merge", "a", "c", "--into", "other", in: scratch)
    #expect(refused.status == 2)
    #expect(
      refused.err.contains(
        "c.csv:2: expected the values that the other records have for 2,1870, found others"),
      "\(refused.err)")
  }

  @Test func `a table of one's own goes in by its mapping`() throws {
    let scratch = Scratch()
    try scratch.write(
      "Code,Year,GDP growth (%)\nKOR,2000,9.1\nWLD,2000,..\nNAM,2000,3.5\n", to: "growth.csv")
    try scratch.write(
      """
      table: growth
      source: World Bank
      states:
        - {column: Code, system: iso3, wider: true}
      year: Year
      values:
        - {column: "GDP growth (%)", as: growth, meaning: per cent, missing: [".."]}
      """, to: "growth.yaml")
    let taken = try Program.run(
      "import", "csv", "growth.csv", "--mapping", "growth.yaml", "--record", "world", in: scratch)
    #expect(taken.status == 0, "\(taken.err)")
    let rows = try Program.run("tables", "world", "growth", "--csv", in: scratch)
    #expect(rows.out == "state,code,year,growth\nKOR,KOR,2000,9.1\n,WLD,2000,\nNAM,NAM,2000,3.5\n")
  }

  @Test func `faults of a mapping are told together`() throws {
    let scratch = Scratch()
    try scratch.write("a,b\n1,2\n", to: "t.csv")
    try scratch.write(
      """
      table: cow-nmc
      states:
        - {column: a, system: iso4}
      yeer: b
      year: b
      from: b
      values:
        - {column: "%"}
        - {column: c, type: float}
      """, to: "m.yaml")
    let output = try Program.run(
      "import", "csv", "t.csv", "--mapping", "m.yaml", "--record", "world", in: scratch)
    #expect(output.status == 2)
    for text in [
      "m.yaml:1: table: expected a name that no kind of table has, found \"cow-nmc\"",
      "m.yaml:3: system: expected iso2, iso3,", "did you mean year?",
      "expected both from and to, found one of them",
      "m.yaml:8: column: expected a name of small letters",
      "m.yaml:9: type: expected number, integer, text or day, found \"float\"",
    ] {
      #expect(output.err.contains(text), "\(text) in \(output.err)")
    }
    #expect(!scratch.has("world"))
  }

  @Test func `what is wrong is bad input, and wrong usage is wrong usage`() throws {
    let scratch = Scratch()
    try scratch.write("ccode,yaer\n2,1870\n", to: "bad.csv")
    let bad = try Program.run("import", "cow-trade", "bad.csv", "--record", "world", in: scratch)
    #expect(bad.status == 2)
    #expect(bad.err.contains("bad.csv:1: header: expected a column year, found none"))
    #expect(bad.err.contains("hint: is yaer meant?"))
    let none = try Program.run("tables", "world", "nothing", in: scratch)
    #expect(none.status == 2)
    let missing = try Program.run("tables", "nowhere", in: scratch)
    #expect(missing.status == 2)
    let usage = try Program.run("import", "csv", "bad.csv", "--record", "world", in: scratch)
    #expect(usage.status == 64)
    #expect(try Program.run("tables", "world", "x", "--from", "soon", in: scratch).status == 64)
    #expect(
      try Program.run(
        "import", "cow-trade", "bad.csv", "--record", "world", "--fold", in: scratch
      ).status == 64)
  }

  @Test func `actors says what a code means on a day`() throws {
    let scratch = Scratch()
    let south = try Program.run("actors", "732", "--on", "1950-06-25", in: scratch)
    #expect(south.status == 0)
    #expect(south.out.contains("cow: the state KOR, South Korea"))
    let namibia = try Program.run("actors", "NA", "--system", "iso2", in: scratch)
    #expect(namibia.out.contains("the state NAM, Namibia"))
    let korea = try Program.run("actors", "Korea", in: scratch)
    #expect(korea.status == 1)
    #expect(korea.out.contains("name: could be KOR or PRK"))
    let early = try Program.run("actors", "UKR", "--on", "1985-01-01", "--json", in: scratch)
    #expect(early.status == 1)
    #expect(early.out.contains("only from 1991"))
    #expect(try Program.run("actors", "KOR", "--on", "1950-13-01", in: scratch).status == 64)
  }
}
