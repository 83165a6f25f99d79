import EntenteRecord
import Testing

/// CAMEO and PLOVER as they are compiled in, and against the tables that they were made from.
struct OntologyTests {
  private func code(_ text: String) throws -> PackedCode { try #require(PackedCode(text)) }

  // MARK: - CAMEO

  @Test func `the tables are whole`() {
    #expect(CAMEO.codes.count == 312)
    #expect(
      (0...2).map { level in CAMEO.codes.filter { $0.level == level }.count } == [20, 147, 145])
    #expect(PLOVER.modes.count == 67 && PLOVER.contexts.count == 37)
    #expect(PLOVER.modes.map { Int($0.index) } == Array(1...67))
    #expect(CAMEO.codes.map(\.code.description) == CAMEO.codes.map(\.code.description).sorted())
  }

  @Test func `every code has a root, a base, scores in range and both quad classes`() {
    for entry in CAMEO.codes {
      #expect(CAMEO.entry(entry.root) != nil && CAMEO.nearest(entry.code) == entry)
      if let base = entry.base { #expect(CAMEO.entry(base) != nil, "\(entry)") }
      for coding in EventCoding.allCases {
        if let score = entry.goldstein(coding) { #expect((-10...10).contains(score)) }
        #expect(entry.quad(coding) == CAMEO.entry(entry.root)?.quad(coding), "\(entry)")
      }
      #expect(!entry.name.isEmpty)
    }
  }

  @Test func `the two codings disagree where the README says and nowhere else`() {
    let scores = CAMEO.codes.filter { $0.goldsteinICEWS != $0.goldsteinGDELT }
    #expect(scores.map(\.code.description) == ["016", "022", "106", "1213", "164", "165"])
    #expect(
      CAMEO.codes.filter { $0.goldsteinGDELT == nil }.map(\.code.description) == ["106", "1213"])
    let quads = Set(CAMEO.codes.filter { $0.quadICEWS != $0.quadGDELT }.map(\.root.description))
    #expect(quads == ["09", "14"])
  }

  @Test func `tables for loops say what the codes say, and nothing of codes that are none`() throws
  {
    for coding in EventCoding.allCases {
      let (scores, quads) = (CAMEO.goldsteinScores(coding), CAMEO.quads(coding))
      #expect(scores.count == PackedCode.count && quads.count == PackedCode.count)
      for entry in CAMEO.codes {
        let score = scores[Int(entry.code.rawValue)]
        #expect(score == entry.goldstein(coding) || score.isNaN && entry.goldstein(coding) == nil)
        #expect(quads[Int(entry.code.rawValue)] == entry.quad(coding).rawValue)
      }
      #expect(scores.filter { !$0.isNaN }.count == (coding == .icews ? 312 : 310))
      #expect(scores[0].isNaN && quads[0] == 0)
      #expect(try quads[Int(code("21").rawValue)] == 0)
    }
    #expect(try CAMEO.nearest(code("1419"))?.code.description == "141")
    #expect(try CAMEO.nearest(code("1499"))?.code.description == "14")
    #expect(try CAMEO.nearest(code("2100")) == nil && CAMEO.nearest(.none) == nil)
  }

  @Test(
    arguments: [
      ("042", 1.9), ("057", 8.0), ("190", -10.0), ("036", 4.0), ("173", -5.0), ("111", -2.0),
    ] as [(String, Double)])
  func `known scores are as published`(text: String, score: Double) throws {
    let entry = try #require(try CAMEO.entry(code(text)))
    #expect(entry.goldsteinICEWS == Float(score))
  }

  // MARK: - PLOVER

  @Test func `every CAMEO code has a PLOVER type, and its mode is one of that type`() {
    for entry in CAMEO.codes {
      guard let coding = PLOVERCoding(entry.code) else {
        Issue.record("\(entry)")
        continue
      }
      if let mode = coding.mode { #expect(mode.type == coding.type, "\(entry)") }
      #expect(coding.contexts.allSatisfy(PLOVER.contexts.contains))
      let isStatement = ["01", "02"].contains(entry.root.description)
      #expect((coding.type == .statement) == isStatement, "\(entry)")
      let fast = PLOVERLookup.standard.coding(entry.code)
      #expect(fast.type == coding.type.index && fast.mode == coding.mode?.index ?? 0)
    }
  }

  @Test func `codes that CAMEO lacks take the coding above them or none`() throws {
    #expect(try PLOVERCoding(code("1214")) == PLOVERCoding(code("121")))
    #expect(try PLOVERCoding(code("0299"))?.type == .statement)
    for text in ["00", "21", "2999", "99"] {
      #expect(try PLOVERCoding(code(text)) == nil)
      #expect(try PLOVERLookup.standard.coding(code(text)) == (0, 0))
    }
    #expect(PLOVERLookup.standard.coding(.none) == (0, 0))
  }

  @Test func `scores keep to the scale, and their signs to the classes`() {
    for type in EventType.allCases where type != .statement {
      guard let score = PLOVER.score(type), let quad = PLOVER.quad(type) else {
        Issue.record("\(type)")
        continue
      }
      #expect((-10...10).contains(score))
      let isConflict = quad == .verbalConflict || quad == .materialConflict
      #expect(isConflict ? score <= 0 : score > 0, "\(type) \(score)")
    }
    for mode in PLOVER.modes {
      let quad = PLOVER.quad(mode.type)
      if quad == .materialConflict || mode.type == .accuse { #expect(mode.score < 0, "\(mode)") }
      #expect((-10...10).contains(mode.score))
      #expect(PLOVER.mode(mode.index) == mode && PLOVER.mode(mode.name, of: mode.type) == mode)
      #expect(PLOVER.score(mode.type, mode: mode) == mode.score)
    }
    #expect(PLOVER.score(.statement) == nil && PLOVER.quad(.statement) == nil)
    #expect(PLOVER.score(.accuse) == -3 && PLOVER.quad(.sanction) == .materialConflict)
    #expect(PLOVER.mode(0) == nil && PLOVER.mode(68) == nil)
  }

  @Test func `positions that records hold stay where they are`() {
    let pinned: [(UInt8, String)] = [
      (1, "visit"), (4, "phone"), (9, "access"), (15, "disapprove"), (27, "violence"),
      (34, "vandalize"), (35, "convict"), (42, "militia"), (52, "cyber"), (53, "abduct"),
      (67, "unconventional"),
    ]
    for (index, name) in pinned where PLOVER.mode(index)?.name != name {
      Issue.record("\(index) \(name) \(String(describing: PLOVER.mode(index)))")
    }
    #expect(PLOVER.contexts.first == "military" && PLOVER.contexts.last == "trafficking")
    #expect(EventType.allCases.allSatisfy { EventType(index: $0.index) == $0 })
  }

  @Test func `quad classes read back`() {
    for quad in QuadClass.allCases {
      #expect(QuadClass(name: quad.name) == quad && QuadClass(name: quad.name.uppercased()) == quad)
    }
    #expect(QuadClass(name: "neutral") == nil)
  }

  // MARK: - Against the published tables

  @Test(.enabled(if: SharedData.isThere, "needs shared/data: set ENTENTE_SHARED_DATA"))
  func `CAMEO is as published`() throws {
    let rows = try SharedData.rows("event-formats/cameo/cameo_codes.csv")
    #expect(rows.count == 312)
    for row in rows {
      let entry = try #require(try CAMEO.entry(code(row["code"] ?? "")))
      #expect(entry.name == row["name"] && String(entry.level) == row["level"])
      #expect(entry.root.description == row["root_code"])
      #expect(entry.base?.description ?? "" == row["base_code"])
      #expect(entry.goldsteinICEWS == row["goldstein_icews"].flatMap { Float($0) })
      #expect(entry.goldsteinGDELT == row["goldstein_gdelt"].flatMap { Float($0) })
      #expect(String(entry.quadICEWS.rawValue) == row["quad_icews"])
      #expect(String(entry.quadGDELT.rawValue) == row["quad_gdelt"])
    }
  }

  @Test(.enabled(if: SharedData.isThere, "needs shared/data: set ENTENTE_SHARED_DATA"))
  func `PLOVER differs from what is published by the listed mends and nothing else`() throws {
    let mended: Set = [
      "08", "175", "1214", "163", "185", "186", "200", "201", "202", "203", "1712", "1722", "085",
      "0842", "132", "1321", "1322",
    ]
    let contexts = ["democracy": "pro_democracy", "humanitarian": "human_security"]
    var differing: Set<String> = []
    for row in try SharedData.rows("event-formats/plover/cameo2plover.csv") {
      let text = row["cameo_code"] ?? ""
      let coding = try #require(try PLOVERCoding(code(text)))
      let named = Set(
        (row["context"] ?? "").split(separator: ";").map {
          let name = String($0).filter { $0 != " " }
          return contexts[name] ?? name
        })
      if coding.type.rawValue != row["event"] || coding.mode?.name ?? "" != row["mode"]
        || Set(coding.contexts) != named
      {
        differing.insert(text)
      }
    }
    #expect(differing == mended)
    for row in try SharedData.rows("event-formats/plover/plover_events.csv") {
      let type = try #require(EventType(rawValue: row["event"] ?? ""))
      #expect(type == .accuse || PLOVER.score(type) == row["score"].flatMap { Float($0) })
      #expect(PLOVER.quad(type).map { String($0.rawValue) } == row["quad_code"])
    }
    let modes = try SharedData.rows("event-formats/plover/plover_modes.csv")
    #expect(modes.count == PLOVER.modes.count)
    for (row, mode) in zip(modes, PLOVER.modes) {
      #expect(mode.type.rawValue == row["event"] && mode.name == row["mode"])
      #expect(mode.score == row["score"].flatMap { Float($0) } ?? -5)
    }
    #expect(
      try SharedData.rows("event-formats/plover/plover_contexts.csv").map { $0["context"] ?? "" }
        == PLOVER.contexts)
  }
}
