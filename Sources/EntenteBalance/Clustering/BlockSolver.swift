import EntenteNumerics

/// Finds the partition of a two-connected signed graph into at most so many blocks that frustrates
/// the least weight, proves it where time allows, and counts the optima.
///
/// Variables `z_e ∈ [0, 1]`, one for each edge, 1 where it is frustrated; `min Σ|w_e| z_e` subject to
/// covers (``Cover``), added when a solution violates them; then branch and bound on fractional z. The
/// upper bound comes from local search and from rounding.
final class BlockSolver {
  private let graph: SignedGraph
  private let blocks: Int?
  private let search: any CoverSearch
  private let clock: Deadline
  private let grain: Double
  private let tolerance: Double
  private let branchLimit: Int
  private var local: LocalSearch
  private var stream: RandomStream
  /// Nil only where there was no memory for one.
  private let program: LinearProgram?
  /// The rows of the program, in order, and as a set: a solver in trouble must not be given for ever
  /// what it has.
  private var rows: [Cover] = []
  private var known: Set<Cover> = []

  private(set) var labels: [Int32]
  private(set) var upper: Double
  private(set) var lower = 0.0
  /// Nodes of the search tree, the root among them.
  private(set) var branches = 0

  /// What every better solution must have: -1 open, 0 not frustrated, 1 frustrated.
  private var settled: [Double]
  /// Optima are sought, not improvements: solutions as good as the best are not beaten.
  private var isCounting = false
  /// The lowest bound of a branch that could be neither split nor closed.
  private var unresolved = Double.infinity
  private var lastPurge = -Double.infinity

  /// - Parameters:
  ///   - start: a partition to begin with, into at most `blocks` blocks.
  ///   - branchLimit: nodes of the search tree after which the search for a proof is given up.
  init(
    _ graph: SignedGraph, blocks: Int?, start: [Int32], stream: RandomStream, deadline: Deadline,
    branchLimit: Int = .max
  ) {
    self.graph = graph
    self.blocks = blocks
    self.stream = stream
    clock = deadline
    self.branchLimit = branchLimit
    switch blocks {
    case 2: search = NegativeCycles(graph, clock: deadline)
    case let k?: search = BlockCliques(graph, blocks: k, clock: deadline)
    case nil: search = OneNegativeCycles(graph, clock: deadline)
    }
    grain = graph.grain
    tolerance = 1e-9 * graph.edges.reduce(0) { $0 + $1.cost }
    local = LocalSearch(graph, blocks: blocks, labels: start)
    labels = start
    upper = local.cost
    program = LinearProgram(costs: graph.edges.map(\.cost))
    settled = [Double](repeating: -1, count: graph.edges.count)
  }

  var isProven: Bool { lower >= upper - tolerance }
  var covers: Int { rows.count }

  private func add(_ covers: [Cover], to program: LinearProgram) {
    program.add(covers.map(\.row))
    rows += covers
    known.formUnion(covers)
  }

  /// A bound as far up as costs are multiples of the grain.
  private func rounded(_ bound: Double) -> Double {
    grain > 0 ? (bound / grain - 1e-6).rounded(.up) * grain : bound
  }

  private func isBeaten(_ bound: Double) -> Bool {
    isCounting ? rounded(bound) > upper + tolerance : rounded(bound) >= upper - tolerance
  }

  /// Improves a partition and keeps it if it is the best.
  private func offer(_ guess: [Int32]) {
    guard !isCounting else { return }
    local.reset(guess)
    local.descend()
    keep(local.labels)
  }

  private func keep(_ guess: [Int32]) {
    let cost = graph.cost(of: guess)
    guard cost < upper - tolerance else { return }
    labels = guess
    upper = cost
  }

  /// A branch not yet looked at.
  private struct Branch {
    var fixed: [(edge: Int, value: Double)]
    var bound: Double
  }

  private enum Step {
    /// It holds nothing better than what is known.
    case closed
    case split(edge: Int, value: Double, bound: Double)
    /// Out of time.
    case cut(bound: Double)
    /// A solution of zeros and ones that violates nothing, as good as the best.
    case optimum([Double])
  }

  /// Solves as far as time allows.
  func solve(rounds: Int) {
    local.improve(rounds: rounds, stream: &stream) { self.clock.isOver }
    keep(local.labels)
    var open = [Branch(fixed: [], bound: 0)]
    while let branch = open.popLast() {
      if isBeaten(branch.bound) { continue }
      branches += 1
      switch branches > branchLimit ? .cut(bound: branch.bound) : explore(branch) {
      case .closed, .optimum: continue
      case .cut(let bound):
        let least = open.reduce(bound) { min($0, $1.bound) }
        lower = min(upper, rounded(min(least, unresolved)))
        return
      case .split(let edge, let value, let bound):
        let near = value >= 0.5 ? 1.0 : 0.0
        for side in [1 - near, near] {
          open.append(Branch(fixed: branch.fixed + [(edge, side)], bound: bound))
        }
      }
    }
    lower = min(upper, rounded(unresolved))
  }

  /// How many sets of frustrated edges are optimal, once the optimum is proven: each one found is
  /// excluded, until nothing as good is left or `limit` have been found.
  func countOptima(limit: Int) -> (count: Int, isComplete: Bool) {
    guard isProven, let program else { return (1, false) }
    isCounting = true
    defer { isCounting = false }
    for e in settled.indices { settled[e] = -1 }
    unresolved = .infinity
    var count = 0
    var open = [Branch(fixed: [], bound: 0)]
    while let branch = open.popLast() {
      switch explore(branch) {
      case .closed: continue
      case .cut: return (max(1, count), false)
      case .optimum(let z):
        count += 1
        if count > limit { return (limit, false) }
        // A balanced part has one optimum: nothing frustrated.
        if !z.contains(1) { return (1, true) }
        // Another optimum frustrates no more weight, so it spares one of these edges.
        add(
          [Cover(plain: [], turned: z.indices.filter { z[$0] == 1 }.map { Int32($0) })], to: program
        )
        open.append(branch)
      case .split(let edge, let value, let bound):
        let near = value >= 0.5 ? 1.0 : 0.0
        for side in [1 - near, near] {
          open.append(Branch(fixed: branch.fixed + [(edge, side)], bound: bound))
        }
      }
    }
    return (max(1, count), count > 0 && unresolved == .infinity)
  }

  private func explore(_ branch: Branch) -> Step {
    guard let program else { return .cut(bound: branch.bound) }
    var fixed = settled
    for (edge, value) in branch.fixed { fixed[edge] = value }
    for e in fixed.indices {
      program.setBounds(e, fixed[e] == 1 ? 1 : 0, fixed[e] == 0 ? 0 : 1)
    }
    let forced = fixed.map { $0 == 1 }
    var bound = branch.bound
    while true {
      let status = program.solve(seconds: clock.secondsLeft)
      if status == .infeasible, program.isProvenInfeasible { return .closed }
      let multipliers = program.multipliers
      let proof = program.bound(multipliers)
      bound = max(bound, proof.value)
      if isBeaten(bound) { return .closed }
      if clock.isOver { return .cut(bound: bound) }
      let z = program.solution
      if isCounting {
        // Asked first: the search for covers is the dear part.
        let whole = z.map { $0.rounded() }
        if zip(z, whole).allSatisfy({ abs($0 - $1) < 1e-6 }), isComplete(whole) {
          return .optimum(whole)
        }
      } else if let guess = search.partition(z, forced: forced) {
        offer(guess)
        if isBeaten(bound) { return .closed }
      }
      let covers = search.violated(z, forced: forced).filter { !known.contains($0) }
      if !covers.isEmpty {
        if branch.fixed.isEmpty { purge(program, z, multipliers, bound) }
        add(covers, to: program)
        continue
      }
      if branch.fixed.isEmpty { settle(proof.value, proof.residual) }
      return step(z, fixed, bound)
    }
  }

  /// What to do with a solution that violates no cover known.
  private func step(_ z: [Double], _ fixed: [Double], _ bound: Double) -> Step {
    var edge = -1
    for e in z.indices where fixed[e] < 0 {
      guard edge >= 0 else {
        edge = e
        continue
      }
      let (left, right) = (abs(z[e] - 0.5), abs(z[edge] - 0.5))
      if left < right || left == right && graph.edges[e].cost > graph.edges[edge].cost { edge = e }
    }
    guard edge >= 0 else {
      unresolved = min(unresolved, bound)
      return .closed
    }
    return .split(edge: edge, value: z[edge], bound: bound)
  }

  /// Whether a point of zeros and ones is a partition that costs what the best costs.
  private func isComplete(_ whole: [Double]) -> Bool {
    let none = [Bool](repeating: false, count: whole.count)
    guard let guess = search.partition(whole, forced: none) else { return false }
    return abs(graph.cost(of: guess) - upper) <= tolerance
      && zip(graph.edges, whole).allSatisfy { graph.isFrustrated($0, guess) == ($1 == 1) }
  }

  /// Settles edges whose other value would cost more than is left to gain.
  private func settle(_ bound: Double, _ residual: [Double]) {
    for e in residual.indices where settled[e] < 0 {
      if residual[e] > 0, isBeaten(bound + residual[e]) { settled[e] = 0 }
      if residual[e] < 0, isBeaten(bound - residual[e]) { settled[e] = 1 }
    }
  }

  /// Drops rows that do not bind, when there are many and the bound has moved since the last time, so
  /// that no row can come and go for ever.
  private func purge(
    _ program: LinearProgram, _ z: [Double], _ multipliers: [Double], _ bound: Double
  ) {
    guard !isCounting, program.rows.count > 300 + graph.edges.count,
      bound > lastPurge + 1e-6 * max(1, abs(bound))
    else { return }
    lastPurge = bound
    let gone = rows.indices.filter { multipliers[$0] == 0 && rows[$0].value(z) > 1.1 }
    program.remove(gone)
    for i in gone { known.remove(rows[i]) }
    let dropped = Set(gone)
    rows = rows.indices.filter { !dropped.contains($0) }.map { rows[$0] }
  }
}
