import EntenteBrief
import EntenteClaims
import EntenteNumerics
import EntenteRecord
import Foundation
import Testing

@Suite struct `brief.json` {
  @Test(arguments: Variants.names.filter { $0 != "broken" }) func `comes back as it went`(
    name: String
  ) throws {
    let report = try Variants.report(name)
    let data = try BriefJSON.encode(report)
    let again = try BriefJSON.decode(data)
    #expect(try BriefJSON.encode(again) == data)
    #expect(Page.html(again) == Page.html(report))
  }

  @Test func `holds no number that is not finite`() throws {
    let report = try Variants.report("broken")
    let text = String(decoding: try BriefJSON.encode(report), as: UTF8.self)
    #expect(!text.lowercased().contains("nan") && !text.contains("Infinity"))
    let again = try BriefJSON.decode(Data(text.utf8))
    #expect(again.legs[0].adjusted == nil)
    #expect(again.curves[0].values[5] == nil)
  }

  @Test func `refuses a number that must be there and is not finite`() {
    var report = Sample.report()
    report.attribution[0].weights[0].weight = .nan
    #expect(throws: (any Error).self) { try BriefJSON.encode(report) }
  }

  @Test func `has its keys in order and ends a line`() throws {
    let text = String(decoding: try BriefJSON.encode(Sample.report()), as: UTF8.self)
    let keys = text.matches(of: /\n  "(\w+)" :/).map { String($0.1) }
    #expect(keys == keys.sorted() && !keys.isEmpty)
    #expect(text.hasSuffix("}\n"))
  }
}

@Suite struct `Two briefs side by side` {
  @Test func `are the same if nothing changed`() {
    let report = Sample.report()
    #expect(BriefDiff.compare(old: report, new: report).isEmpty)
    #expect(BriefDiff.text(old: report, new: report).contains("No verdict changed."))
  }

  @Test func `say which verdict changed and which file`() throws {
    let old = Sample.report()
    var new = old
    let claim = old.claims[0]
    new.claims[0] = ClaimVerdict(
      id: claim.id, document: claim.document, paragraph: claim.paragraph, kinds: claim.kinds,
      isNegated: claim.isNegated, subject: claim.subject, paraphrase: claim.paraphrase,
      actors: claim.actors, repeats: claim.repeats, note: claim.note, verdict: .contradicted,
      verdictAtDefaults: .contradicted, parts: claim.parts, stability: claim.stability,
      because: "Affinity fell.", wouldFlip: claim.wouldFlip, restsOn: claim.restsOn)
    new.claims.removeLast()
    new.run.seed = 2
    new.run.files[1] = CaseFile(
      path: "chronology.csv", sha256: String(repeating: "d4", count: 32), rows: 220)
    let changes = BriefDiff.compare(old: old, new: new)
    #expect(changes.map(\.claim) == ["1.1", "2.9"])
    let first = try #require(changes.first)
    #expect(first.old == .supported && first.new == .contradicted)
    #expect(first.newBecause == "Affinity fell.")
    #expect(
      first.reasons.contains { $0.hasPrefix("chronology.csv changed (b2b2b2b2, now d4d4d4d4") })
    #expect(first.reasons.contains("seed was 20231001, is 2"))
    #expect(changes[1].new == nil)
    let text = BriefDiff.text(old: old, new: new, width: 70)
    #expect(text.contains("1.1: supported -> contradicted"))
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 70 })
  }
}
