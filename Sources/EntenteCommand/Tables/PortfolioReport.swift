import EntenteStructure

/// Compared portfolios as JSON and as text; described in docs/structure.md.
struct PortfolioReport: Encodable {
  struct Row: Encodable {
    let first: String
    let second: String
    let n: Int
    let s: Double?
    let kappa: Double?
    let pi: Double?
    let tauB: Double?
    let nominalKappa: Double?
    let nominalPi: Double?
    let binaryS: Double?
    let binaryKappa: Double?
    let binaryPi: Double?
    let squaredS: Double?
    let sAboveChance: Double?
    /// Measures that are 0/0 for this pair.
    let undefined: [String]
  }

  static let caveat = """
    Exact, given the ties. kappa and pi take off what chance gives; S does not, and stays near its top
    where ties are few. Alliances make twins of enemies with the same pacts: read with whom they are.
    """

  let schema = "entente-portfolio/1"
  let of: String
  let states: Int
  let alters: Int
  let scale: [Double]
  let rules: [String]
  let caveat = PortfolioReport.caveat
  let medianS: Double?
  let medianKappa: Double?
  let pairs: [Row]

  init(
    _ table: PortfolioTable, of what: String, pairs: [PortfolioTable.Pair],
    all: [PortfolioTable.Pair], rules: [String], names: [String: String]
  ) {
    of = what
    states = table.states.count
    alters = table.alters.count
    scale = [table.scale.lowerBound, table.scale.upperBound]
    self.rules = rules
    medianS = Self.median(all.compactMap { $0.comparison?.s })
    medianKappa = Self.median(all.compactMap { $0.comparison?.kappa })
    self.pairs = pairs.map { pair in
      let values = pair.comparison
      let measures = [
        ("S", values?.s), ("kappa", values?.kappa), ("pi", values?.pi), ("tau-b", values?.tauB),
        ("nominal kappa", values?.nominalKappa), ("nominal pi", values?.nominalPi),
        ("binary kappa", values?.binaryKappa), ("binary pi", values?.binaryPi),
      ]
      return Row(
        first: names[pair.first] ?? pair.first, second: names[pair.second] ?? pair.second,
        n: values?.n ?? 0, s: values?.s, kappa: values?.kappa, pi: values?.pi, tauB: values?.tauB,
        nominalKappa: values?.nominalKappa, nominalPi: values?.nominalPi,
        binaryS: values?.binaryS, binaryKappa: values?.binaryKappa, binaryPi: values?.binaryPi,
        squaredS: values?.squaredS, sAboveChance: values?.sAboveChance,
        undefined: measures.filter { $0.1 == nil }.map(\.0))
    }
  }

  private static func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
    return sorted.count % 2 == 1 ? upper : (upper + sorted[sorted.count / 2 - 1]) / 2
  }

  var text: String {
    func digits(_ value: Double?) -> String { value.map { Columns.fixed($0, 3) } ?? "0/0" }
    let rows = pairs.map { row in
      [
        "\(row.first)-\(row.second)", "\(row.n)", digits(row.s), digits(row.kappa), digits(row.pi),
        digits(row.tauB), digits(row.nominalKappa), digits(row.nominalPi), digits(row.binaryS),
        digits(row.binaryKappa),
      ]
    }
    let header = [
      "pair", "n", "S", "kappa", "pi", "tau-b", "nominal kappa", "nominal pi", "binary S",
      "binary kappa",
    ]
    var lines = [Columns.text(header, rows), ""]
    lines.append(
      "\(of): \(states) states, \(alters) alters, scale \(Columns.fixed(scale[0], 0)) to "
        + Columns.fixed(scale[1], 2))
    if let medianS, let medianKappa {
      lines.append(
        "median of all pairs: S \(digits(medianS)), kappa \(digits(medianKappa))")
    }
    if pairs.contains(where: { !$0.undefined.isEmpty }) {
      lines.append(
        "0/0: undefined, not 1: a portfolio without variation has no likeness beyond chance")
    }
    return (lines + rules + [Self.caveat]).joined(separator: "\n")
  }
}
