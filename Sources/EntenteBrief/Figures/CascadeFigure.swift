import EntenteNumerics
import EntenteRecord

/// Who probably triggered what among the events on record.
enum CascadeFigure {
  static func draft(_ index: BriefIndex) -> FigureDraft? {
    guard let cascade = index.report.cascade, !cascade.events.isEmpty else { return nil }
    let drawing = CascadeDrawing(
      axis: TimeAxis(start: cascade.from, end: cascade.through),
      groups: cascade.groups.map { ($0.name, $0.events) },
      events: cascade.events.map { ($0.day, $0.group) },
      links: cascade.links.map { ($0.parent, $0.child) })
    let title = CascadeWords.linked(
      Set(cascade.links.map(\.child)).count, of: cascade.events.count)
    return FigureDraft(
      id: "cascade", title: title,
      howToRead:
        "Each dot an event of a complete collection, each arc from a likely trigger to what "
        + "it triggered (probability \(Wording.percent(CascadeDrawing.shown)) or more), in a model in "
        + "which events raise the rate of later ones, "
        + CascadeWords.model(
          meanWeeks: cascade.meanWeeks, harmonics: cascade.harmonics, drift: cascade.drift),
      body: el(
        .svg, .class("fl"), .set("height", drawing.height), .set("role", "img"),
        .label("\(title). \(Wording.count(cascade.links.count, "likely link"))")
      ) { drawing.markup },
      folded: matrix(index, cascade),
      plate: FigureDraft.Plate(height: drawing.height, content: drawing.markup),
      table: Table(
        head: ["event", "date", "group", "probably_triggered_by", "probability"],
        rows: cascade.events.enumerated().flatMap { place, event -> [[String]] in
          let head = [event.id, event.day.description, cascade.groups[event.group].name]
          let parents = cascade.links.filter { $0.child == place }
          guard !parents.isEmpty else { return [head + ["", ""]] }
          return parents.map {
            head + [cascade.events[$0.parent].id, Table.number($0.probability)]
          }
        }),
      sample: "\(Wording.count(cascade.events.count, "event")), \(cascade.from.text) to "
        + "\(cascade.through.text); contested ones are left out."
        + CascadeWords.sharing(cascade.events.map(\.day))
        + CascadeWords.misfits(cascade.groups.map { ($0.name, $0.plainP) }),
      interval: "90%, from the observed information, where the fit is inside the bound.",
      source: index.sourceLine(cascade.evidence), evidence: [])
  }

  private static func matrix(
    _ index: BriefIndex, _ cascade: BriefReport.CascadeReport
  ) -> Markup {
    el(.details, .class("tbl")) {
      el(.summary) { "Table: events that one event triggers" }
      el(.table, .class("dt")) {
        el(.thead) {
          el(.tr) {
            el(.th, .set("scope", "col")) { "Group" }
            for group in cascade.groups {
              el(.th, .set("scope", "col")) { "by one of the \(CascadeWords.events(group.name))" }
            }
          }
        }
        el(.tbody) {
          for (row, group) in cascade.groups.enumerated() {
            el(.tr) {
              el(.th, .set("scope", "row")) { group.name }
              for (column, estimate) in group.triggeredBy.enumerated() {
                el(.td, .class("nr")) {
                  CascadeWords.triggered(estimate)
                  index.marks([cascade.evidence[row * cascade.groups.count + column]])
                }
              }
            }
          }
        }
      }
    }
  }
}
