/// Trade of states with each other by year, as the first of each pair reports it.
public struct TradeFlows: Sendable {
  /// One report; `flow` is empty where exports and imports are not told apart.
  public struct Row: Hashable, Sendable {
    public let from: String
    public let to: String
    public let year: Int
    public let flow: String
    public let value: Double
    /// The reporter's total of this flow and year, where the row has it.
    public let total: Double?

    public init(
      from: String, to: String, year: Int, flow: String = "", value: Double, total: Double? = nil
    ) {
      self.from = from
      self.to = to
      self.year = year
      self.flow = flow
      self.value = value
      self.total = total
    }
  }

  private struct Key: Hashable {
    let from: String
    let to: String
    let year: Int
  }
  private struct Reporter: Hashable {
    let state: String
    let year: Int
  }

  /// The flows that rows tell apart, `export` and `import` say.
  public let flows: [String]
  private let trade: [Key: [String: Double]]
  private let totals: [Reporter: [String: Double]]
  private let products: [Reporter: Double]
  private let partners: [Reporter: Set<String>]

  /// A partner that stands for all of a reporter's trade.
  public static let world: Set<String> = ["WLD", "World", "WORLD"]

  /// - Parameter products: gross domestic products in the unit of trade, by state and year.
  public init(_ rows: [Row], products: [(state: String, year: Int, value: Double)] = []) {
    var trade: [Key: [String: Double]] = [:]
    var totals: [Reporter: [String: Double]] = [:]
    var partners: [Reporter: Set<String>] = [:]
    for row in rows {
      let reporter = Reporter(state: row.from, year: row.year)
      if Self.world.contains(row.to) {
        totals[reporter, default: [:]][row.flow] = row.value
        continue
      }
      trade[Key(from: row.from, to: row.to, year: row.year), default: [:]][row.flow] = row.value
      partners[reporter, default: []].insert(row.to)
      if let total = row.total, totals[reporter]?[row.flow] == nil {
        totals[reporter, default: [:]][row.flow] = total
      }
    }
    flows = Set(rows.map(\.flow)).sorted()
    self.trade = trade
    self.totals = totals
    self.partners = partners
    self.products = Dictionary(
      products.map { (Reporter(state: $0.state, year: $0.year), $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  public var years: [Int] { Set(trade.keys.map(\.year)).sorted() }
  public var reporters: [String] { Set(trade.keys.map(\.from)).sorted() }

  public func partners(of state: String, in year: Int) -> [String] {
    (partners[Reporter(state: state, year: year)] ?? []).sorted()
  }

  /// The sum over all flows; nil if any of them is not reported: a missing row is not zero.
  public func trade(_ from: String, _ to: String, _ year: Int) -> Double? {
    sum(trade[Key(from: from, to: to, year: year)])
  }

  public func total(_ state: String, _ year: Int) -> Double? {
    sum(totals[Reporter(state: state, year: year)])
  }

  public func product(_ state: String, _ year: Int) -> Double? {
    products[Reporter(state: state, year: year)]
  }

  private func sum(_ parts: [String: Double]?) -> Double? {
    guard let parts, parts.count == flows.count else { return nil }
    return flows.reduce(0) { $0 + (parts[$1] ?? 0) }
  }
}
