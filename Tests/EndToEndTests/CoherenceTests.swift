import Foundation
import Testing

/// The parts of one brief do not contradict each other.
struct CoherenceTests {
  @Test func `all legs at once are no likelier than each, and no rarer than the bounds allow`()
    throws
  {
    let brief = try SharedBrief.get().json
    let bloc = try #require(brief["groups"].items.first)["id"].text
    let chances = brief["legs"].items.filter { $0["side"].text == bloc }.compactMap {
      $0["adjusted"]["probabilityPositive"].number
    }
    let joint = try #require(brief["keyNumbers"].items.first?["estimate"]["value"].number)
    // Both are shares of draws of the same bootstrap, one draw in 999 apart at most for each leg.
    let tolerance = 0.005
    #expect(chances.count == 3)
    #expect(joint <= (chances.min() ?? 0) + tolerance)
    #expect(joint >= 1 - chances.map { 1 - $0 }.reduce(0, +) - tolerance)
  }

  @Test func `the word and the reading follow from the probabilities`() throws {
    let brief = try SharedBrief.get().json
    for leg in brief["legs"].items {
      let p = (leg["adjusted"] == .null ? leg["unadjusted"] : leg["adjusted"])[
        "probabilityPositive"]
      let word = p.number.map { $0 >= 0.9 ? "warm" : $0 <= 0.1 ? "cold" : "cannot tell" }
      #expect(leg["word"].text == word ?? "cannot tell")
    }
    let bloc = try #require(brief["groups"].items.first)["id"].text
    let own = brief["legs"].items.filter { $0["side"].text == bloc }
    let warm = own.count { $0["word"].text == "warm" }
    let reading = warm == own.count ? "all-legs" : ["no-leg", "one-leg", "two-legs"][warm]
    #expect(brief["headline"]["reading"].text == reading)
  }

  @Test func `weights of rivals sum to one, and the decision follows from them`() throws {
    for rivals in try SharedBrief.get().json["attribution"].items {
      let weights = rivals["weights"].items.compactMap { $0["weight"].number }
      #expect(abs(weights.reduce(0, +) - 1) < 1e-9, "\(rivals["id"])")
      let isNamed = rivals["decision"].text?.contains("weight above 0.7") == true
      #expect(isNamed == ((weights.max() ?? 0) >= 0.7), "\(rivals["id"])")
    }
  }

  @Test func `intervals hold the number that they belong to`() throws {
    let brief = try SharedBrief.get()
    for line in brief.evidence {
      guard let value = line["estimate"]["value"].number, let low = line["estimate"]["low"].number,
        let high = line["estimate"]["high"].number
      else { continue }
      let isInside = low - 1e-9 <= value && value <= high + 1e-9
      #expect(isInside, "\(line["id"]): \(value) in \(low)...\(high)")
    }
  }

  @Test func `order words agree with the day of the event and the printed intervals`() throws {
    let brief = try SharedBrief.get().json
    var checked = 0
    for rivals in brief["attribution"].items {
      for weight in rivals["weights"].items {
        for line in weight["order"].texts {
          let day = try #require(weight["day"].text)
          let parts = line.components(separatedBy: ": ")
          let spans = brief["dating"].items.filter { $0["dyad"].text == parts[0] }
            .flatMap { $0["breaks"].items }
            .filter { $0["direction"] == .number(1) && $0["isLasting"].isTrue }
            .compactMap { span in
              span["from"].text.flatMap { from in span["to"].text.map { (from, $0) } }
            }
          let isInside = spans.contains { $0.0 <= day && day <= $0.1 }
          switch parts[1] {
          case "no break that way": #expect(spans.isEmpty, "\(line)")
          case "inside the break's interval": #expect(isInside, "\(line) \(day)")
          case let words where words.hasSuffix("before the interval of the break begins"):
            #expect(!isInside && spans.contains { day < $0.0 }, "\(line) \(day)")
          case let words where words.hasSuffix("after the interval of the break ends"):
            #expect(!isInside && spans.contains { $0.1 < day }, "\(line) \(day)")
          default: Issue.record("an order that no test knows: \(line)")
          }
          checked += 1
        }
      }
    }
    #expect(checked > 20)
  }

  @Test func `counts of each document match its claims`() throws {
    let brief = try SharedBrief.get()
    for document in brief.json["documents"].items {
      let own = brief.claims.filter { $0["document"] == document["id"] }
      #expect(document["claims"] == .number(Double(own.count)))
      #expect(document["repeating"].number == Double(own.count { !$0["repeats"].items.isEmpty }))
      var counts: [String: JSON] = [:]
      for (verdict, claims) in Dictionary(grouping: own, by: { $0["verdict"].text ?? "none" }) {
        counts[verdict] = .number(Double(claims.count))
      }
      #expect(document["counts"] == .object(counts))
    }
  }

  @Test func `every claim of the case is judged exactly once, with tests and what would flip it`()
    throws
  {
    let file = Program.root.appending(path: "cases/northeast-asia/claims.yaml")
    let written = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .compactMap { line in line.wholeMatch(of: #/- id: "?([^"\s]+)"?\s*/#).map { String($0.1) } }
    let brief = try SharedBrief.get()
    #expect(written.count > 50)
    #expect(brief.claims.compactMap { $0["id"].text }.sorted() == written.sorted())
    for claim in brief.claims {
      let tests = claim["parts"].items.flatMap { $0["tests"].items }
      #expect(!tests.isEmpty && !claim["wouldFlip"].items.isEmpty, "\(claim["id"])")
      let analyses = claim["stability"]["analyses"].items
      let standing = analyses.count { $0["verdict"] == claim["verdictAtDefaults"] }
      #expect(claim["stability"]["standing"] == .number(Double(standing)), "\(claim["id"])")
      let falls = standing * 2 < analyses.count && claim["verdictAtDefaults"] != .text("untestable")
      #expect(
        claim["verdict"] == (falls ? .text("cannot tell") : claim["verdictAtDefaults"]),
        "\(claim["id"])")
    }
  }
}
