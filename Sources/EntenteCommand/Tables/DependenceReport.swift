import EntenteStructure

/// Trade dependence as JSON and as text; described in docs/structure.md.
struct DependenceReport: Encodable {
  struct Row: Encodable {
    let first: String
    let second: String
    let year: Int
    let firstShare: Double?
    let secondShare: Double?
    let salience: Double?
    let symmetry: Double?
    let interdependence: Double?
    let lowerShareOfProduct: Double?
  }
  struct Concentration: Encodable {
    let state: String
    let year: Int
    let partners: Int
    let covered: Double
    let low: Double
    let high: Double
  }

  static let caveat = """
    Exact, given the reports, each side's share by its own; -: not reported, which is not zero.
    A share of recorded trade: smuggling and aid are outside, and dependence is not influence.
    """

  let schema = "entente-dependence/1"
  let flows: [String]
  let caveat = DependenceReport.caveat
  let pairs: [Row]
  let concentration: [Concentration]

  init(
    _ readings: [TradeInterdependence], _ concentrations: [TradeConcentration], flows: [String]
  ) {
    self.flows = flows.filter { !$0.isEmpty }
    pairs = readings.map {
      Row(
        first: $0.first, second: $0.second, year: $0.year, firstShare: $0.firstShare,
        secondShare: $0.secondShare, salience: $0.salience, symmetry: $0.symmetry,
        interdependence: $0.interdependence, lowerShareOfProduct: $0.lowerOfProducts)
    }
    concentration = concentrations.map {
      Concentration(
        state: $0.state, year: $0.year, partners: $0.partners, covered: $0.covered, low: $0.low,
        high: $0.high)
    }
  }

  var text: String {
    func digits(_ value: Double?) -> String { value.map { Columns.fixed($0, 3) } ?? "-" }
    var lines = [
      Columns.text(
        [
          "pair", "year", "first's share", "second's share", "salience", "symmetry",
          "interdependence", "lower T/GDP",
        ],
        pairs.map {
          [
            "\($0.first)-\($0.second)", "\($0.year)", digits($0.firstShare), digits($0.secondShare),
            digits($0.salience), digits($0.symmetry), digits($0.interdependence),
            digits($0.lowerShareOfProduct),
          ]
        }), "",
    ]
    if !concentration.isEmpty {
      lines.append(
        Columns.text(
          ["state", "year", "partners", "covered", "Hirschman index"],
          concentration.map {
            [
              $0.state, "\($0.year)", "\($0.partners)", digits($0.covered),
              $0.high - $0.low < 0.0005
                ? digits($0.low) : "between \(digits($0.low)) and \(digits($0.high))",
            ]
          }))
      lines.append("")
    }
    return (lines + [Self.caveat]).joined(separator: "\n")
  }
}
