import CClp

/// A linear program with variables in [0, 1] that grows by rows and is solved again from where it
/// stood: `min c·z` subject to `Σ a_ij z_j ≥ b_i`.
///
/// One model of CLP, used by one thread; silent, and deterministic for the same sequence of calls.
final class LinearProgram {
  enum Status {
    case optimal
    case infeasible
    /// Out of time, or numerical trouble: the bound from the multipliers still holds.
    case stopped
  }

  /// One inequality.
  struct Row {
    var columns: [Int32]
    var elements: [Double]
    var lower: Double
  }

  let costs: [Double]
  private(set) var rows: [Row] = []
  private(set) var lower: [Double]
  private(set) var upper: [Double]
  private let model: UnsafeMutableRawPointer
  private var boundsChanged = false

  /// Nil if there is no memory for a model.
  init?(costs: [Double]) {
    guard let model = Clp_newModel() else { return nil }
    self.model = model
    self.costs = costs
    lower = [Double](repeating: 0, count: costs.count)
    upper = [Double](repeating: 1, count: costs.count)
    Clp_setLogLevel(model, 0)
    let starts = [CoinBigIndex](repeating: 0, count: costs.count + 1)
    Clp_loadProblem(
      model, Int32(costs.count), 0, starts, nil, nil, lower, upper, costs, nil, nil)
    // A cover has coefficients ±1: scaling would only blur them.
    Clp_scaling(model, 0)
    Clp_setPerturbation(model, 100)
  }

  deinit { Clp_deleteModel(model) }

  var columnCount: Int { costs.count }

  func add(_ added: [Row]) {
    guard !added.isEmpty else { return }
    var starts: [CoinBigIndex] = [0]
    var columns: [Int32] = []
    var elements: [Double] = []
    for row in added {
      columns += row.columns
      elements += row.elements
      starts.append(CoinBigIndex(columns.count))
    }
    Clp_addRows(
      model, Int32(added.count), added.map(\.lower),
      [Double](repeating: .greatestFiniteMagnitude, count: added.count), starts, columns, elements)
    rows += added
  }

  /// Drops the rows at these positions, in ascending order.
  func remove(_ positions: [Int]) {
    guard !positions.isEmpty else { return }
    Clp_deleteRows(model, Int32(positions.count), positions.map(Int32.init))
    let gone = Set(positions)
    rows = rows.indices.filter { !gone.contains($0) }.map { rows[$0] }
  }

  func setBounds(_ column: Int, _ low: Double, _ high: Double) {
    guard lower[column] != low || upper[column] != high else { return }
    lower[column] = low
    upper[column] = high
    boundsChanged = true
  }

  func solve(seconds: Double) -> Status {
    guard seconds > 0 else { return .stopped }
    if boundsChanged {
      Clp_chgColumnLower(model, lower)
      Clp_chgColumnUpper(model, upper)
      boundsChanged = false
    }
    Clp_setMaximumSeconds(model, seconds.isFinite ? seconds : -1)
    Clp_dual(model, 0)
    switch Clp_status(model) {
    case 0: return .optimal
    case 1: return .infeasible
    default: return .stopped
    }
  }

  var solution: [Double] {
    guard let values = Clp_primalColumnSolution(model) else {
      return [Double](repeating: 0, count: columnCount)
    }
    return (0..<columnCount).map { min(upper[$0], max(lower[$0], values[$0])) }
  }

  /// Multipliers of the rows, those of the wrong sign set to 0 so that they prove a bound.
  var multipliers: [Double] {
    guard let values = Clp_dualRowSolution(model) else {
      return [Double](repeating: 0, count: rows.count)
    }
    return rows.indices.map { max(0, values[$0]) }
  }

  /// A lower bound that holds whatever rounding did in the solver, with the residual costs.
  ///
  /// Formula: for any `y ≥ 0`, `c·z ≥ y·b + Σ_j r_j z_j ≥ y·b + Σ_j min(r_j l_j, r_j u_j)` with
  /// `r = c − Aᵀy` (Neumaier & Shcherbina 2004, *Mathematical Programming* 99, 283–296).
  func bound(_ multipliers: [Double]) -> (value: Double, residual: [Double]) {
    var residual = costs
    var value = 0.0
    for (row, multiplier) in zip(rows, multipliers) where multiplier > 0 {
      value += multiplier * row.lower
      for (column, element) in zip(row.columns, row.elements) {
        residual[Int(column)] -= multiplier * element
      }
    }
    for j in residual.indices { value += min(residual[j] * lower[j], residual[j] * upper[j]) }
    return (value, residual)
  }

  /// Whether the solver's ray proves that no point fits rows and bounds.
  var isProvenInfeasible: Bool {
    guard let ray = Clp_infeasibilityRay(model) else { return false }
    defer { Clp_freeRay(model, ray) }
    // CLP's sign of the ray differs between versions: either proof will do.
    for sign in [1.0, -1.0] {
      var value = 0.0
      var combined = [Double](repeating: 0, count: columnCount)
      for (i, row) in rows.enumerated() {
        let multiplier = max(0, sign * ray[i])
        guard multiplier > 0 else { continue }
        value += multiplier * row.lower
        for (column, element) in zip(row.columns, row.elements) {
          combined[Int(column)] += multiplier * element
        }
      }
      for j in combined.indices { value -= max(combined[j] * lower[j], combined[j] * upper[j]) }
      if value > 1e-7 { return true }
    }
    return false
  }
}
