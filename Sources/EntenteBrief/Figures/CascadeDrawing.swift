import EntenteRecord

/// Events on a lane for each group, arcs from a likely trigger to what it triggered.
struct CascadeDrawing {
  /// Arcs are drawn from this probability on.
  static let shown = 0.3
  private static let lane = 64.0

  let axis: TimeAxis
  let groups: [(name: String, events: Int)]
  /// Day and place of the group.
  let events: [(day: Day, group: Int)]
  let links: [(parent: Int, child: Int)]

  var height: Double { Self.lane * Double(groups.count) + 24 }

  var markup: Markup {
    .group([
      .group(
        axis.years.map { year, start, middle in
          .group([
            start.map { Drawing.vertical("ax", x: axis.x($0), y1: 0, y2: height - 20) } ?? .empty,
            Drawing.text("\(year)", x: axis.x(middle), y: height - 6, anchor: "middle", "s"),
          ])
        }),
      el(
        .svg, .class("i"), .set("width", "100%"), .set("height", height),
        .set("viewBox", "0 0 1000 \(Drawing.number(height))"), .set("preserveAspectRatio", "none")
      ) {
        for link in links { arc(events[link.parent], events[link.child]) }
      },
      .group(
        events.map { event in
          el(
            .circle, .class("dot"), .set("cx", axis.x(event.day)), .set("cy", y(event.group)),
            .set("r", "2.2"))
        }),
      .group(
        groups.enumerated().map { place, group in
          Drawing.text(
            "\(group.name), \(Wording.count(group.events, "event"))", x: "0", y: y(place) + 16,
            "s sm halo")
        }),
    ])
  }

  private func y(_ group: Int) -> Double { Self.lane * (Double(group) + 0.72) }

  private func arc(_ parent: (day: Day, group: Int), _ child: (day: Day, group: Int)) -> Markup {
    let (a, b) = (1000 * axis.share(parent.day), 1000 * axis.share(child.day))
    let (from, to) = (y(parent.group), y(child.group))
    let bend = min(from, to) - (from == to ? 26 : 6)
    return el(
      .path, .class("arc"),
      .set(
        "d",
        "M\(Drawing.number(a)) \(Drawing.number(from))Q\(Drawing.number((a + b) / 2)) "
          + "\(Drawing.number(bend)) \(Drawing.number(b)) \(Drawing.number(to))"))
  }
}
