import EntenteRecord
import Testing

struct ActorTests {
  static let codes = ["AAA", "AAB", "CHN", "KOR", "PRK", "ZZZ"].compactMap(ActorCode.init)

  @Test func `a pair is the same in either order`() {
    for a in ActorTests.codes {
      for b in ActorTests.codes {
        #expect(Dyad(a, b) == Dyad(b, a))
        #expect((Dyad(a, b) == nil) == (a == b))
        guard let dyad = Dyad(a, b) else { continue }
        #expect(dyad.first < dyad.second && Dyad(dyad.description) == dyad)
        #expect(Subject("\(b)-\(a)") == .pair(dyad))
        #expect(Subject("\(a)>\(b)") == .directed(from: a, to: b))
      }
    }
    #expect(Dyad.all(of: ActorTests.codes).count == 15)
  }

  @Test func `subjects read back`() {
    let pairs = Dyad.all(of: ActorTests.codes)
    let subjects: [Subject] =
      [.world] + ActorTests.codes.map(Subject.state) + pairs.map(Subject.pair)
      + pairs.map { .directed(from: $0.second, to: $0.first) }
    for subject in subjects { #expect(Subject(subject.description) == subject) }
  }

  @Test(arguments: ["", "kor", "KORE", "KOR-KOR", "KOR>KOR", "KOR-", "A-B", "World", "KOR>PRK>CHN"])
  func `other texts are no subject`(text: String) { #expect(Subject(text) == nil) }

  // MARK: - The two Koreas

  static let south = [
    "South Korea", "south korea", "SOUTH KOREA", "S. Korea", "S Korea", "S.Korea", "Korea, South",
    "Korea (South)", "Korea South", "Republic of Korea", "The Republic of Korea",
    "Korea, Republic of", "Korea, Rep.", "Korea Rep", "Korea, Rep. of", "Republic of Korea (ROK)",
    "ROK", "R.O.K.", "rok", "KOR", "Seoul", "seoul", "South Korean", "South Koreans",
    "South Korea's", "the South Korean government", "South Korea (Republic of Korea)",
    "Korea (the Republic of)", "Korea (Rep.)", "Southern Korea", "Seoul, Korea", "Sth Korea",
    "South-Korea", "SouthKorea", "Korean Republic", "Seoul, Republic of Korea",
  ]
  static let north = [
    "North Korea", "north korea", "NORTH KOREA", "N. Korea", "N Korea", "N.Korea", "Korea, North",
    "Korea (North)", "Korea North", "Democratic People's Republic of Korea",
    "Democratic People’s Republic of Korea", "Democratic Peoples Republic of Korea",
    "Korea, Democratic People's Republic of", "Korea (Democratic People's Republic of)",
    "Korea, Dem. People's Rep.", "Korea, Dem. People's Rep. of", "Korea, Dem. Rep.",
    "Korea, Dem Rep", "Korea Dem. Rep.", "Korea DPR", "Korea, DPR", "DPR Korea", "DPRK", "D.P.R.K.",
    "dprk", "PRK", "Pyongyang", "pyongyang", "P'yongyang", "North Korean", "North Koreans",
    "North Korea's", "the North Korean regime", "Korea, D.P.R. of", "People's Republic of Korea",
    "Korea (the Democratic People's Republic of)", "DPRK (North Korea)", "Northern Korea",
    "North-Korea", "Korea, Democratic Republic of",
  ]
  static let neither = [
    "Korea", "korea", "Korean", "the two Koreas", "Korean Peninsula", "Korea, China and Japan",
    "North and South Korea", "Pyongyang and Seoul", "ROK-DPRK", "South Korea, not North Korea",
  ]

  private func actor(_ code: String, _ names: [String]) -> Actor? {
    ActorCode(code).map {
      Actor(
        code: $0, cow: nil, role: .core, names: names.map { Actor.Dated(name: $0) },
        adjective: nil, aliases: [], leaders: [], place: Place(file: "", line: 0))
    }
  }

  @Test func `the two Koreas never answer for each other`() {
    let names = ActorNames(
      [actor("KOR", ["South Korea"]), actor("PRK", ["North Korea"])].compactMap { $0 })
    for text in ActorTests.south {
      #expect(KoreanNames.code(for: text)?.text == "KOR", "\(text)")
      #expect(names.code(for: text)?.text == "KOR", "\(text)")
    }
    for text in ActorTests.north {
      #expect(KoreanNames.code(for: text)?.text == "PRK", "\(text)")
      #expect(names.code(for: text)?.text == "PRK", "\(text)")
    }
    for text in ActorTests.neither { #expect(names.code(for: text) == nil, "\(text)") }
    #expect(ActorTests.south.count + ActorTests.north.count >= 60)
  }

  @Test(arguments: ["Democratic Republic of the Congo", "South Africa", "Norway", "Chad", "rokoko"])
  func `names of other states are no Korea`(text: String) {
    #expect(KoreanNames.code(for: text) == nil && !KoreanNames.isAmbiguous(text))
  }

  @Test func `a state of the case is asked for, not one that it lacks`() {
    let names = ActorNames([actor("KOR", ["South Korea"])].compactMap { $0 })
    #expect(names.code(for: "Pyongyang") == nil)
  }

  @Test func `a dated name holds between its days`() throws {
    let day = try #require(Day("1991-12-26"))
    let names = ActorNames(
      [("SUN", nil, day.adding(days: -1)), ("RUS", day, nil)].compactMap { code, from, to in
        ActorCode(code).map {
          Actor(
            code: $0, cow: nil, role: .core,
            names: [Actor.Dated(name: "Moscow", from: from, to: to)], adjective: nil, aliases: [],
            leaders: [], place: Place(file: "", line: 0))
        }
      })
    #expect(names.code(for: "Moscow", on: day)?.text == "RUS")
    #expect(names.code(for: "moscow", on: day.adding(days: -9))?.text == "SUN")
    #expect(names.code(for: "Moscow") == nil)
  }

  // MARK: - Errors

  @Test func `a near spelling is found and a far one is not`() {
    let words = ["question", "quarter", "trigger"]
    #expect(NearSpelling.of("qestion", among: words) == "question")
    #expect(NearSpelling.of("quetsion", among: words) == "question")
    #expect(NearSpelling.of("zebra", among: words) == nil)
  }

  @Test func `quoted input cannot steer a terminal`() {
    #expect(Fault.quoted("a\u{1B}[2J\u{202E}") == "\"a\\u{1b}[2J\\u{202e}\"")
    #expect(Fault.quoted(String(repeating: "x", count: 70)).count == 65)
  }
}
