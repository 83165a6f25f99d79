import EntenteBrief
import EntenteClaims
import EntenteNumerics

/// Twenty made-up claims of two documents, one of them an attack.
enum SampleClaims {
  static let attack = "<script>alert(1)</script> & \"quoted\" 'claims' stay text"

  static func documents() -> [BriefReport.DocumentReport] {
    func counts(_ id: String) -> [String: Int] {
      claims().filter { $0.document == id }.reduce(into: [:]) {
        $0[$1.verdict.rawValue, default: 0] += 1
      }
    }
    return [
      .init(
        id: "diplomat-2023",
        title: "The Growing China-North Korea-Russia Axis and South Korea’s Response",
        author: "Anonymous", outlet: "The Diplomat", date: "September 2023", leansOn: [],
        claims: 11, repeating: 0, counts: counts("diplomat-2023")),
      .init(
        id: "riac-2023", title: "The “Beijing–Moscow–Pyongyang axis”", author: "A. Author",
        outlet: "RIAC", date: "December 2023", leansOn: ["diplomat-2023"], claims: 9, repeating: 2,
        counts: counts("riac-2023")),
    ]
  }

  static func claims() -> [ClaimVerdict] {
    let subjects = [
      "The axis and its name", "What brought the axis about", "Camp David", "Japan’s arming",
      "China and Russia",
    ]
    let verdicts: [Verdict] = [
      .supported, .mixed, .contradicted, .cannotTell, .notYet, .untestable, .supported,
    ]
    return (0..<20).map { place in
      let isFirst = place < 11
      let number = isFirst ? place + 1 : place - 10
      let id = "\(isFirst ? 1 : 2).\(number)"
      let verdict = verdicts[place % 7]
      let subject =
        place == 10 ? "Delhi summit" : place == 19 ? "Vladivostok" : subjects[place % 5]
      let text =
        place == 1
        ? attack
        : place == 4
          ? "日本語と한국어 wide characters, and a sentence long enough to wrap over more than one line "
            + "wherever it is set, since claims are often long"
          : "Claim number \(number) says something about \(subject)."
      return claim(id, isFirst ? "diplomat-2023" : "riac-2023", subject, text, verdict, place)
    }
  }

  private static func claim(
    _ id: String, _ document: String, _ subject: String, _ text: String, _ verdict: Verdict,
    _ place: Int
  ) -> ClaimVerdict {
    let standing = [24, 15, 9, 20][place % 4]
    let shown: Verdict = standing < 12 && verdict.isDecided ? .cannotTell : verdict
    let analyses = (0..<24).map { number in
      Stability.Analysis(
        choices: ["blocks of \(number % 3 * 4 + 5) weeks"],
        verdict: number < standing ? shown : .cannotTell)
    }
    let evidence = Evidence(
      id: "claim.\(id) test/1", text: "Finding of the test of \(id).",
      estimate: Sample.estimate(0.3, 0.2), method: "claims", sources: ["gdelt"], sample: "52 weeks."
    )
    let test = TestOutcome(
      id: "\(id)/1.1", test: "measure", verdict: verdict,
      finding: "Affinity rose by 0.3 (0.1 to 0.5).",
      reason: verdict == .cannotTell ? "Power is 0.21 at this sample." : nil, evidence: [evidence],
      assumptions: ["closeness is read from relative affinity"], wouldFlip: "a fall of 0.2")
    let isOpen = verdict == .untestable
    return ClaimVerdict(
      id: id, document: document, paragraph: place, kinds: ["descriptive"], isNegated: false,
      subject: subject, paraphrase: text, actors: ["CHN"], repeats: place == 12 ? ["1.2"] : [],
      note: place == 3 ? "A single absence is a weak signal." : nil, verdict: shown,
      verdictAtDefaults: verdict,
      parts: [
        PartVerdict(
          text: "The core of it", role: "core", verdict: verdict, tests: isOpen ? [] : [test]),
        PartVerdict(text: "The setting", role: "setting", verdict: .supported, tests: []),
      ],
      stability: isOpen
        ? Stability(analyses: [], standing: 0, flips: [])
        : Stability(
          analyses: analyses, standing: standing,
          flips: standing < 24 ? ["blocks of 13 weeks"] : []),
      because: isOpen ? "It is a judgement of value." : "Affinity rose by 0.3 (0.1 to 0.5).",
      wouldFlip: isOpen ? [] : ["a fall of 0.2 within half a year"],
      restsOn: isOpen ? [] : ["series"])
  }
}
