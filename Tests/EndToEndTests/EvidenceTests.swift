import Testing

/// Every number leads back to its data.
struct EvidenceTests {
  @Test func `every id of evidence that the brief names exists, and exists once`() throws {
    let brief = try SharedBrief.get()
    let ids = brief.evidence.compactMap { $0["id"].text }
    let known = Set(ids)
    #expect(known.count == ids.count)
    let json = brief.json
    var named: [JSON] = []
    for part in ["keyNumbers", "legs", "dating", "measures"] {
      named += json[part].items.map { $0["evidence"] }
    }
    named += json["answers"].items.flatMap { $0["evidence"].items }
    named += json["periods"].items.flatMap { $0["cells"].items }.map { $0["evidence"] }
    named += json["blocs"]["periods"].items.map { $0["evidence"] }
    named += json["dating"].items.flatMap { $0["breaks"].items }.map { $0["evidence"] }
    named += json["attribution"].items.flatMap { $0["weights"].items }.map { $0["evidence"] }
    #expect(named.count > 200)
    for name in named { #expect(name.text.map(known.contains) == true, "\(name)") }
  }

  @Test func `every line names a method and sources that the brief lists, and a sample`() throws {
    let brief = try SharedBrief.get()
    let methods = Set(brief.json["methods"].items.compactMap { $0["id"].text })
    let sources = Set(brief.json["sources"].items.compactMap { $0["id"].text })
    for line in brief.evidence {
      #expect(line["method"].text.map(methods.contains) == true, "\(line["id"]) \(line["method"])")
      for source in line["sources"].texts { #expect(sources.contains(source), "\(line["id"])") }
      #expect(!line["sources"].items.isEmpty, "\(line["id"])")
      let estimate = line["estimate"]
      #expect(
        estimate["isExact"].isTrue || estimate["low"] != .null
          || line["sample"].text?.isEmpty == false,
        "\(line["id"])")
    }
  }

  @Test func `every source carries the digest of a file that was read`() throws {
    let json = try SharedBrief.get().json
    let files = Dictionary(
      json["run"]["files"].items.map { ($0["path"].text, $0["sha256"]) }, uniquingKeysWith: { $1 })
    for source in json["sources"].items {
      #expect(files[source["file"].text] == source["sha256"], "\(source["id"])")
    }
  }

  @Test func `what a claim rests on and repeats is in the brief`() throws {
    let brief = try SharedBrief.get()
    let sources = Set(brief.json["sources"].items.compactMap { $0["id"].text })
    let claims = Set(brief.claims.compactMap { $0["id"].text })
    for claim in brief.claims {
      #expect(claim["restsOn"].texts.allSatisfy(sources.contains), "\(claim["id"])")
      #expect(claim["repeats"].texts.allSatisfy(claims.contains), "\(claim["id"])")
    }
  }
}
