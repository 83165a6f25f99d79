public import EntenteRecord

/// Who acted on whom over time, as a directed network for GraphML and GEXF.
public struct Network: Sendable {
  /// A pair of states, and what was counted in each period.
  public struct Edge: Sendable {
    public let source: ActorCode
    public let target: ActorCode
    /// In order of time.
    public let periods: [(period: Period, tally: Tally)]

    /// Over all periods.
    public var total: Tally { periods.reduce(into: Tally()) { $0 += $1.tally } }
  }

  public let nodes: [ActorCode]
  /// By source and target.
  public let edges: [Edge]

  /// Pairs of two different states; all else is left out.
  public init(_ tallies: PairTallies, by length: Period.Length) {
    struct Key: Hashable {
      let source: UInt16
      let target: UInt16
    }
    var rows: [Key: [Int]] = [:]
    for i in 0..<tallies.count {
      let (s, t) = (tallies.source[i], tallies.target[i])
      if s != 0, t != 0, s != t { rows[Key(source: s, target: t), default: []].append(i) }
    }
    let keys = rows.keys.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    edges = keys.compactMap { key in
      guard let source = PackedState(rawValue: key.source).code,
        let target = PackedState(rawValue: key.target).code
      else { return nil }
      return Edge(
        source: source, target: target,
        periods: (rows[key] ?? []).map { i in
          (Period(containing: Day(number: tallies.start[i]), length: length), tallies.tally[i])
        })
    }
    nodes = Set(edges.flatMap { [$0.source, $0.target] }).sorted()
  }

  /// GraphML with one edge for each pair and period; the graph is no more dynamic than its edges'
  /// attributes `start` and `end`, because GraphML knows no time.
  public func graphML() -> String {
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="start" for="edge" attr.name="start" attr.type="string"/>
        <key id="end" for="edge" attr.name="end" attr.type="string"/>
        <key id="count" for="edge" attr.name="count" attr.type="long"/>
        <key id="scored" for="edge" attr.name="scored" attr.type="long"/>
        <key id="sum" for="edge" attr.name="sum" attr.type="double"/>
        <key id="mean" for="edge" attr.name="mean" attr.type="double"/>
        <graph id="events" edgedefault="directed">

      """
    for node in nodes { out += "    <node id=\"\(node)\"/>\n" }
    for edge in edges {
      for (period, tally) in edge.periods {
        out +=
          "    <edge source=\"\(edge.source)\" target=\"\(edge.target)\">"
          + "<data key=\"start\">\(period.from)</data><data key=\"end\">\(period.to)</data>"
          + "<data key=\"count\">\(tally.count)</data><data key=\"scored\">\(tally.scored)</data>"
        if let mean = tally.mean {
          out += "<data key=\"sum\">\(tally.sum)</data><data key=\"mean\">\(mean)</data>"
        }
        out += "</edge>\n"
      }
    }
    return out + "  </graph>\n</graphml>\n"
  }

  /// GEXF 1.3 with dynamic edges: each has spells, and weight and mean score that change with time.
  public func gexf() -> String {
    let first = edges.compactMap(\.periods.first?.period.from).min()
    let last = edges.compactMap(\.periods.last?.period.to).max()
    let bounds =
      if let first, let last { " start=\"\(first)\" end=\"\(last)\"" } else { "" }
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
        <graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="directed"\(bounds)>
          <attributes class="edge" mode="dynamic">
            <attribute id="weight" title="weight" type="double"/>
            <attribute id="mean" title="mean" type="double"/>
          </attributes>
          <attributes class="edge" mode="static">
            <attribute id="count" title="count" type="long"/>
            <attribute id="sum" title="sum" type="double"/>
          </attributes>
          <nodes>

      """
    for node in nodes { out += "      <node id=\"\(node)\" label=\"\(node)\"/>\n" }
    out += "    </nodes>\n    <edges>\n"
    for (number, edge) in edges.enumerated() {
      let total = edge.total
      out +=
        "      <edge id=\"\(number)\" source=\"\(edge.source)\" target=\"\(edge.target)\" "
        + "weight=\"\(total.count)\">\n        <attvalues>\n"
        + "          <attvalue for=\"count\" value=\"\(total.count)\"/>\n"
      if total.scored > 0 {
        out += "          <attvalue for=\"sum\" value=\"\(total.sum)\"/>\n"
      }
      for (period, tally) in edge.periods {
        let span = "start=\"\(period.from)\" end=\"\(period.to)\""
        out += "          <attvalue for=\"weight\" value=\"\(Double(tally.count))\" \(span)/>\n"
        if let mean = tally.mean {
          out += "          <attvalue for=\"mean\" value=\"\(mean)\" \(span)/>\n"
        }
      }
      out += "        </attvalues>\n        <spells>\n"
      for (period, _) in edge.periods {
        out += "          <spell start=\"\(period.from)\" end=\"\(period.to)\"/>\n"
      }
      out += "        </spells>\n      </edge>\n"
    }
    return out + "    </edges>\n  </graph>\n</gexf>\n"
  }
}
