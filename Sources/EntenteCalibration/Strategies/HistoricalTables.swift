import EntenteNumerics
import EntenteSources
import Foundation

/// Tables of quantitative peace science by state code and year: capabilities, spending, product,
/// alliances, disputes, wars, distances, rivalries.
struct HistoricalTables: Sendable {
  /// Two states, the smaller code first.
  struct Pair: Hashable, Sendable {
    let first: Int
    let second: Int

    init(_ a: Int, _ b: Int) { (first, second) = (min(a, b), max(a, b)) }
  }

  struct Means: Sendable {
    var spending: Double?
    var personnel: Double?
    var capability: Double?
  }

  /// One state in one year of a dispute.
  struct Party: Hashable, Sendable {
    let state: Int
    let isSideA: Bool
    let hostility: Int
  }

  /// The last year that the alliances cover.
  static let lastYear = 2018

  private(set) var means: [Int: [Int: Means]] = [:]
  private(set) var products: [Int: [Int: Double]] = [:]
  private(set) var majors: [(state: Int, years: ClosedRange<Int>)] = []
  private(set) var rivalries: [Pair: [ClosedRange<Int>]] = [:]
  private(set) var distances: [Pair: [(years: ClosedRange<Int>, km: Double)]] = [:]
  /// Depth of the obligations of a pair by year: 3 defence or offence, 2 consultation, 1 neutrality
  /// or non-aggression.
  private(set) var alliances: [Pair: [Int: Int]] = [:]
  /// Parties by dispute and year.
  private(set) var disputes: [Int: [Int: Set<Party>]] = [:]
  /// States by war and year, with their side.
  private(set) var wars: [Int: [Int: [Int: Int]]] = [:]

  /// Reads the folder of tables; faults come in `faults`.
  init(folder: String, faults: PlainFaults) {
    func open(_ name: String) -> PlainTable? { PlainTable("\(folder)/\(name)", faults: faults) }
    readMeans(open("cow_nmc.csv"), open("cw_gdppop.csv.gz"))
    readSpells(open("cow_majors.csv"), open("tss_rivalries.csv"))
    readDistances(open("cow_mindist_spans.csv.gz"))
    readAlliances(open("atop_alliance.csv.gz"))
    readDisputes(open("cow_mid_dirdisps.csv"))
    readWars(open("cow_war_inter.csv"))
  }

  /// Hostility of a state towards another in a year: disputes of the twenty years before, by their
  /// level, halved every five years.
  ///
  /// Formula: `Σ level/5 · 2^(−age/5)` over disputes in which `source` reached level 2 or more.
  func hostility(of source: Int, to target: Int, in year: Int) -> Double {
    let pair = Pair(source, target)
    var total = 0.0
    for quarrel in quarrels[pair] ?? [] where quarrel.years.lowerBound <= year {
      let level = source == pair.first ? quarrel.first : quarrel.second
      let age = max(0, year - quarrel.years.upperBound)
      if age <= 20, level >= 2 { total += Double(level) / 5 * pow(2, -Double(age) / 5) }
    }
    return total
  }

  /// A dispute between two states, with the highest level that each reached.
  private struct Quarrel: Sendable {
    var years: ClosedRange<Int>
    var first: Int
    var second: Int
  }

  private var quarrels: [Pair: [Quarrel]] = [:]

  /// Whether a state is a major power; spells that reach the list's last year go on.
  func isMajor(_ state: Int, in year: Int) -> Bool {
    majors.contains { $0.state == state && $0.years.contains(min(year, 2016)) }
  }

  /// States that quarrelled with one in the twenty years before.
  func opponents(of state: Int, in year: Int) -> Set<Int> {
    var found: Set<Int> = []
    for pair in quarrels.keys where pair.first == state || pair.second == state {
      let other = pair.first == state ? pair.second : pair.first
      if hostility(of: other, to: state, in: year) > 0 { found.insert(other) }
    }
    return found
  }

  /// Kilometres between territories in the year, or in the nearest year known.
  func distance(_ a: Int, _ b: Int, in year: Int) -> Double? {
    func away(_ years: ClosedRange<Int>) -> Int {
      max(0, years.lowerBound - year, year - years.upperBound)
    }
    return distances[Pair(a, b)]?.min { away($0.years) < away($1.years) }?.km
  }

  // MARK: - Reading

  private static let years = 1400...2100

  private mutating func readMeans(_ capabilities: PlainTable?, _ products: PlainTable?) {
    if let table = capabilities, let code = table.required("ccode"),
      let year = table.required("year"),
      let spending = table.required("milex"), let personnel = table.required("milper"),
      let index = table.required("cinc")
    {
      for row in 0..<table.count {
        guard let state = table.integer(row, code, in: 1...999, "a code"),
          let at = table.integer(row, year, in: Self.years, "a year")
        else { continue }
        means[state, default: [:]][at] = Means(
          spending: table.number(row, spending), personnel: table.number(row, personnel),
          capability: table.number(row, index))
      }
    }
    if let table = products, let code = table.required("ccode"), let year = table.required("year"),
      let product = table.required("pwtrgdp")
    {
      for row in 0..<table.count {
        guard let state = table.integer(row, code, in: 1...999, "a code"),
          let at = table.integer(row, year, in: Self.years, "a year")
        else { continue }
        self.products[state, default: [:]][at] = table.number(row, product)
      }
    }
  }

  private mutating func readSpells(_ powers: PlainTable?, _ rivals: PlainTable?) {
    if let table = powers, let code = table.required("ccode"), let from = table.required("styear"),
      let to = table.required("endyear")
    {
      for row in 0..<table.count {
        guard let state = table.integer(row, code, in: 1...999, "a code"),
          let start = table.integer(row, from, in: Self.years, "a year"),
          let end = table.integer(row, to, in: start...2100, "a year not before \(start)")
        else { continue }
        majors.append((state, start...end))
      }
    }
    if let table = rivals, let first = table.required("ccode1"),
      let second = table.required("ccode2"), let from = table.required("start"),
      let to = table.required("end")
    {
      for row in 0..<table.count {
        guard let a = table.integer(row, first, in: 1...999, "a code"),
          let b = table.integer(row, second, in: 1...999, "a code"),
          let start = table.integer(row, from, in: Self.years, "a year"),
          let end = table.integer(row, to, in: start...2100, "a year not before \(start)")
        else { continue }
        rivalries[Pair(a, b), default: []].append(start...end)
      }
    }
  }

  private mutating func readDistances(_ table: PlainTable?) {
    guard let table, let first = table.required("ccode1"), let second = table.required("ccode2"),
      let from = table.required("styear"), let to = table.required("endyear"),
      let km = table.required("mindist_km")
    else { return }
    for row in 0..<table.count {
      guard let a = table.integer(row, first, in: 1...999, "a code"),
        let b = table.integer(row, second, in: 1...999, "a code"),
        let start = table.integer(row, from, in: Self.years, "a year"),
        let end = table.integer(row, to, in: start...2100, "a year not before \(start)"),
        let distance = table.requiredNumber(row, km)
      else { continue }
      distances[Pair(a, b), default: []].append((start...end, distance))
    }
  }

  private mutating func readAlliances(_ table: PlainTable?) {
    guard let table, let first = table.required("ccode1"), let second = table.required("ccode2"),
      let year = table.required("year"), let defence = table.required("atop_defense"),
      let offence = table.required("atop_offense"),
      let consultation = table.required("atop_consul"),
      let neutrality = table.required("atop_neutral"),
      let nonAggression = table.required("atop_nonagg")
    else { return }
    for row in 0..<table.count {
      guard let a = table.integer(row, first, in: 1...999, "a code"),
        let b = table.integer(row, second, in: 1...999, "a code"), a < b,
        let at = table.integer(row, year, in: Self.years, "a year")
      else { continue }
      func has(_ column: PlainTable.Column) -> Bool { table.text(row, column) == "1" }
      let depth =
        has(defence) || has(offence)
        ? 3 : has(consultation) ? 2 : has(neutrality) || has(nonAggression) ? 1 : 0
      if depth > 0 { alliances[Pair(a, b), default: [:]][at] = depth }
    }
  }

  private mutating func readDisputes(_ table: PlainTable?) {
    guard let table, let id = table.required("dispnum"), let first = table.required("ccode1"),
      let second = table.required("ccode2"), let year = table.required("year"),
      let sideA = table.required("sidea1"), let one = table.required("hostlev1"),
      let two = table.required("hostlev2")
    else { return }
    var latest: [Pair: [Int: Quarrel]] = [:]
    for row in 0..<table.count {
      guard let dispute = table.integer(row, id, in: 0...99_999, "a number"),
        let a = table.integer(row, first, in: 1...999, "a code"),
        let b = table.integer(row, second, in: 1...999, "a code"),
        let at = table.integer(row, year, in: Self.years, "a year"),
        let level = table.integer(row, one, in: -9...5, "a level"),
        let other = table.integer(row, two, in: -9...5, "a level")
      else { continue }
      disputes[dispute, default: [:]][at, default: []].insert(
        Party(state: a, isSideA: table.text(row, sideA) == "1", hostility: level))
      guard a < b else { continue }
      var quarrel =
        latest[Pair(a, b)]?[dispute] ?? Quarrel(years: at...at, first: level, second: other)
      quarrel.years = min(quarrel.years.lowerBound, at)...max(quarrel.years.upperBound, at)
      quarrel.first = max(quarrel.first, level)
      quarrel.second = max(quarrel.second, other)
      latest[Pair(a, b), default: [:]][dispute] = quarrel
    }
    // By the number of the dispute, since sums depend on the order.
    quarrels = latest.mapValues { $0.sorted { $0.key < $1.key }.map(\.value) }
  }

  private mutating func readWars(_ table: PlainTable?) {
    guard let table, let id = table.required("warnum"), let state = table.required("ccode1"),
      let year = table.required("year"), let side = table.required("sidea1")
    else { return }
    for row in 0..<table.count {
      guard let war = table.integer(row, id, in: 0...99_999, "a number"),
        let code = table.integer(row, state, in: 1...999, "a code"),
        let at = table.integer(row, year, in: Self.years, "a year"),
        let half = table.integer(row, side, in: 1...2, "1 or 2")
      else { continue }
      wars[war, default: [:]][at, default: [:]][code] = half
    }
  }
}
