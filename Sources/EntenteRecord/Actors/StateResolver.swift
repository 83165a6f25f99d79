/// Finds the state that a code or name of a published data set means on a day.
///
/// A state keeps one ``ActorCode`` for as long as its data sets count it as one: the code of its
/// present or last form. So the Soviet Union is `RUS`, Yugoslavia and Serbia are `SRB`, the Federal
/// Republic is `DEU` before 1990 and after, the Yemen of Sana'a and of today is `YEM`, Hanoi is
/// `VNM`. East Germany (`DDR`), Czechoslovakia (`CSK`), South Yemen (`YMD`) and South Vietnam
/// (`RVN`) are states of their own. `docs/actors.md` lists all decisions.
///
/// A code means a state only while that state exists: codes of Correlates of War and of Gleditsch
/// and Ward within the spells of their own lists, all others within the union of both lists.
/// A retired ISO code stays readable unless ISO has given it to another.
///
/// - SeeAlso: Correlates of War Project, *State System Membership List*, v2016; Gleditsch and Ward
///   (1999), *International Interactions* 25, 393-413.
public struct StateResolver: Sendable {
  /// What one code or name may mean.
  struct Candidate: Sendable {
    enum Meaning: Hashable, Sendable {
      case state(ActorCode)
      case other(Resolution.NonState)
    }

    let meaning: Meaning
    /// Spells of the code system itself; nil where the existence of the state decides.
    let spell: StateSpell?
  }

  /// When something is asked for.
  private enum Time {
    case any
    case day(Day)
    case span(Span)

    func lies(in spell: StateSpell) -> Bool {
      switch self {
      case .any: true
      case .day(let day): spell.contains(day)
      case .span(let span): spell.overlaps(span)
      }
    }
  }

  /// The compiled-in tables.
  public static let standard = StateResolver()

  /// Every state and territory, by code.
  public let states: [ActorCode: KnownState]
  let codes: [CodeSystem: [String: [Candidate]]]
  let names: [String: [Candidate]]
  /// Names that ICEWS uses in a sense of its own.
  let icews: [String: [Candidate]]

  init() {
    var states: [ActorCode: KnownState] = [:]
    for line in StateData.entries.split(separator: "\n") {
      if let state = KnownState(line: line) { states[state.code] = state }
    }
    self.states = states
    let tables: [CodeSystem: String] = [
      .iso2: StateCodeData.iso2, .iso3: StateCodeData.iso3, .cow: StateCodeData.cow,
      .cowAbbreviation: StateCodeData.cowAbbreviations, .gleditschWard: StateCodeData.gleditschWard,
      .cameo: StateCodeData.cameo, .fips: StateCodeData.fips,
    ]
    codes = tables.mapValues { StateResolver.codes($0, states) }
    names = StateResolver.names(StateNameData.names, states)
    icews = StateResolver.codes(StateNameData.icews, states, key: StateNames.key)
  }

  /// What `text` means in a system on a day; without a day, at any time.
  ///
  /// Missing data: an empty text is unknown. Spaces around it are ignored; codes are read in upper
  /// and lower case alike, except in CAMEO, where lower-case letters are ethnic groups.
  ///
  /// - Complexity: O(length of the text).
  public func state(_ text: some StringProtocol, _ system: CodeSystem, on day: Day? = nil)
    -> Resolution
  {
    resolve(String(text), system, day.map(Time.day) ?? .any)
  }

  /// What `text` means on some day of a span, for tables by the year.
  public func state(_ text: some StringProtocol, _ system: CodeSystem, during span: Span)
    -> Resolution
  {
    resolve(String(text), system, .span(span))
  }

  /// The state with a code, a territory, or nil.
  public func known(_ code: ActorCode) -> KnownState? { states[code] }

  private func resolve(_ raw: String, _ system: CodeSystem, _ time: Time) -> Resolution {
    let text = StateNames.trimmed(raw)
    switch system {
    case .name, .icews: return named(text, time, inICEWS: system == .icews)
    case .cow, .gleditschWard:
      let digits = text.drop { $0 == "0" }
      return choose(codes[system]?[String(digits)] ?? [], time)
    case .cameo: return choose(codes[system]?[text] ?? [], time)
    default: return choose(codes[system]?[text.uppercased()] ?? [], time)
    }
  }

  // MARK: - Names

  private func named(_ text: String, _ time: Time, inICEWS: Bool) -> Resolution {
    let key = StateNames.key(text)
    if inICEWS, let own = icews[key] { return choose(own, time) }
    if key == "korea" || key == "korean" { return undividedKorea(time) }
    if KoreanNames.isAmbiguous(text) { return .ambiguous(StateResolver.koreas) }
    if let korean = KoreanNames.code(for: text) {
      return choose([Candidate(meaning: .state(korean), spell: nil)], time)
    }
    return choose(names[key] ?? [], time)
  }

  private static let koreas = ["KOR", "PRK"].compactMap(ActorCode.init)
  private static let annexation = Day.civil(year: 1910, month: 8, day: 22)
  private static let surrender = Day.civil(year: 1945, month: 9, day: 2)

  /// `Korea` alone is the old state until Japan annexes it, a part of Japan until 1945, and after
  /// that nobody can tell which.
  private func undividedKorea(_ time: Time) -> Resolution {
    guard let old = ActorCode("XKR"), let japan = ActorCode("JPN") else { return .unknown }
    let last: Day
    switch time {
    case .any: return .ambiguous(StateResolver.koreas)
    case .day(let day): last = day
    case .span(let span): last = span.to
    }
    if last >= StateResolver.surrender { return .ambiguous(StateResolver.koreas) }
    if last <= StateResolver.annexation { return .state(old) }
    return .notAState(Resolution.NonState("a part of Japan's empire", belongsTo: japan))
  }

  // MARK: - Choosing

  private func choose(_ candidates: [Candidate], _ time: Time) -> Resolution {
    let valid = candidates.filter { holds($0, time) }
    var meanings: [Candidate.Meaning] = []
    for candidate in valid where !meanings.contains(candidate.meaning) {
      meanings.append(candidate.meaning)
    }
    switch meanings.count {
    case 1:
      switch meanings[0] {
      case .state(let code): return .state(code)
      case .other(let thing): return .notAState(thing)
      }
    case 0:
      guard let first = candidates.first, case .state(let code) = first.meaning else {
        return .unknown
      }
      let spells = candidates.filter { $0.meaning == first.meaning }.flatMap(spells(of:))
      return .outsideSpell(code, spells)
    default:
      return .ambiguous(
        meanings.compactMap { if case .state(let code) = $0 { code } else { nil } }.sorted())
    }
  }

  private func holds(_ candidate: Candidate, _ time: Time) -> Bool {
    if case .other = candidate.meaning { return true }
    return spells(of: candidate).contains(where: time.lies(in:))
  }

  /// The spells of the code, or else those of the state that it means.
  func spells(of candidate: Candidate) -> [StateSpell] {
    if let spell = candidate.spell { return [spell] }
    guard case .state(let code) = candidate.meaning else { return [.always] }
    return states[code]?.spells ?? []
  }
}
