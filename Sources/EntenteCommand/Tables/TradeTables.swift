import EntenteRecord
import EntenteSources
import EntenteStructure

/// Reads trade and national products from plain tables.
struct TradeTables {
  let faults = PlainFaults()

  /// Trade: `reporter` or `from`; `partner` or `to`; `year`; `usd_million` or `value`; with `flow`, and
  /// the reporter's total as `world_total_usd_million` or `total`, or as rows with the partner WLD.
  func trade(_ path: String, products: String?) throws -> TradeFlows {
    guard let table = PlainTable(path, faults: faults),
      let from = table.required("from", "reporter"), let to = table.required("to", "partner"),
      let year = table.required("year"), let value = table.required("value", "usd_million")
    else {
      try faults.finish()
      return TradeFlows([])
    }
    let flow = table.optional("flow")
    let total = table.optional("total", "world_total_usd_million")
    var seen: [String: Int] = [:]
    let rows = (0..<table.count).compactMap { row -> TradeFlows.Row? in
      guard let one = table.name(row, from), let two = table.name(row, to),
        let when = table.integer(row, year, in: -5000...5000, "a year"),
        let amount = table.requiredNumber(row, value)
      else { return nil }
      if amount < 0 { table.fault(row, value, expected: "a number not below 0") }
      if let total, let whole = table.number(row, total), amount > whole {
        table.fault(row, value, expected: "at most the total, \(whole)")
      }
      let kind = flow.map { table.text(row, $0) } ?? ""
      if let first = seen.updateValue(row, forKey: "\(one) \(two) \(when) \(kind)") {
        table.fault(
          row, from, expected: "each pair, year and flow once",
          hint: "the first is at \(table.place(first))")
      }
      return TradeFlows.Row(
        from: one, to: two, year: when, flow: kind, value: amount,
        total: total.flatMap { table.number(row, $0) })
    }
    var found: [(state: String, year: Int, value: Double)] = []
    if let products { found = self.products(of: products) }
    try faults.finish()
    return TradeFlows(rows, products: found)
  }

  /// Gross domestic products, in the unit of trade: `state`; `year`; `value`.
  private func products(of path: String) -> [(state: String, year: Int, value: Double)] {
    guard let table = PlainTable(path, faults: faults), let state = table.required("state"),
      let year = table.required("year"), let value = table.required("value", "gdp")
    else { return [] }
    return (0..<table.count).compactMap { row -> (state: String, year: Int, value: Double)? in
      guard let name = table.name(row, state),
        let when = table.integer(row, year, in: -5000...5000, "a year"),
        let amount = table.number(row, value)
      else { return nil }
      return (name, when, amount)
    }
  }
}
