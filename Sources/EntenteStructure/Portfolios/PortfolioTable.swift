import EntenteNumerics

/// Portfolios of states: what each has with, or does on, every alter.
public struct PortfolioTable: Sendable {
  public let states: [String]
  /// States, or roll calls.
  public let alters: [String]
  /// By state, by alter; nil where nothing is known.
  public let values: [[Double?]]
  public let scale: ClosedRange<Double>
  /// One per alter; nil for equal weights.
  public let weights: [Double]?

  /// - Precondition: one row per state, one value per alter.
  public init(
    states: [String], alters: [String], values: [[Double?]], scale: ClosedRange<Double>,
    weights: [Double]? = nil
  ) {
    precondition(
      values.count == states.count && values.allSatisfy { $0.count == alters.count },
      "one row per state, one value per alter")
    self.states = states
    self.alters = alters
    self.values = values
    self.scale = scale
    self.weights = weights
  }

  /// A tie between two states; of several between the same two the strongest counts.
  public struct Tie: Hashable, Sendable {
    public let from: String
    public let to: String
    public let value: Double

    public init(from: String, to: String, value: Double) {
      self.from = from
      self.to = to
      self.value = value
    }
  }

  /// Portfolios of ties among states; no tie is 0.
  ///
  /// - Parameters:
  ///   - states: all states of the system or region; ties with others are left out.
  ///   - isDirected: without it a tie counts both ways.
  ///   - hasSelfTies: a state's tie with itself is the strongest there is. It makes allies' portfolios
  ///     more alike (κ by .02 to .08), so the rule must be told with the result.
  public init(
    of ties: [Tie], among states: [String], scale: ClosedRange<Double>, isDirected: Bool,
    hasSelfTies: Bool, weights: [Double]? = nil
  ) {
    let index = Dictionary(states.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    let none = max(0, scale.lowerBound)
    var values = states.map { _ in [Double?](repeating: none, count: states.count) }
    func enter(_ i: Int, _ j: Int, _ value: Double) {
      values[i][j] = max(values[i][j] ?? none, value)
    }
    for tie in ties {
      guard let i = index[tie.from], let j = index[tie.to], i != j else { continue }
      enter(i, j, tie.value)
      if !isDirected { enter(j, i, tie.value) }
    }
    for i in states.indices { values[i][i] = hasSelfTies ? scale.upperBound : none }
    self.init(states: states, alters: states, values: values, scale: scale, weights: weights)
  }

  /// Portfolios of votes: yes 0, abstention 1, no 2.
  ///
  /// - Parameter session: nil for all.
  public init(of votes: RollCallVotes, session: Int? = nil) {
    let calls = votes.rollCalls.indices.filter {
      session ?? votes.rollCalls[$0].session
        == votes.rollCalls[$0].session
    }
    let place = Dictionary(uniqueKeysWithValues: calls.enumerated().map { ($1, $0) })
    var values = votes.states.map { _ in [Double?](repeating: nil, count: calls.count) }
    for i in 0..<votes.count {
      guard let alter = place[Int(votes.rollCall[i])] else { continue }
      values[Int(votes.state[i])][alter] = Double(votes.choice[i].rawValue)
    }
    let voting = votes.states.indices.filter { values[$0].contains { $0 != nil } }
    self.init(
      states: voting.map { votes.states[$0] }, alters: calls.map { votes.rollCalls[$0].id },
      values: voting.map { values[$0] }, scale: 0...2)
  }

  /// Two states compared.
  public struct Pair: Hashable, Sendable {
    public let first: String
    public let second: String
    /// Nil where they have no alter in common.
    public let comparison: PortfolioComparison?
  }

  /// Nil if either is no state of the table.
  public func comparison(of first: String, and second: String) -> Pair? {
    guard let i = states.firstIndex(of: first), let j = states.firstIndex(of: second) else {
      return nil
    }
    return pair(i, j)
  }

  /// All pairs, in order of the states.
  public func pairs(threads: Int = 1) -> [Pair] {
    Parallel.map(states.count, threads: threads) { i in
      states.indices.dropFirst(i + 1).map { pair(i, $0) }
    }.flatMap { $0 }
  }

  private func pair(_ i: Int, _ j: Int) -> Pair {
    Pair(
      first: states[i], second: states[j],
      comparison: PortfolioComparison(values[i], values[j], scale: scale, weights: weights))
  }
}
