import EntenteNumerics
import EntenteRecord

/// The pairs of the first bloc about the date of the likeliest candidate, against their expected paths.
enum PathsFigure {
  static func draft(_ index: BriefIndex) -> FigureDraft? {
    let paths = index.report.paths
    guard let first = paths.first else { return nil }
    let limit = PathDrawing.limit(paths.flatMap(\.values))
    let drawings = paths.map { path in
      PathDrawing(
        values: path.values, window: path.window, expected: path.expected, low: path.low,
        high: path.high, limit: limit)
    }
    func said(_ path: BriefReport.PathReport) -> String {
      "Gap \(Wording.signed(path.gap)) SD"
    }
    let body = el(.div, .class("pn")) {
      for (path, drawing) in zip(paths, drawings) {
        el(.div) {
          el(.p, .class("pt")) { index.name(path.dyad) }
          el(
            .svg, .class("fl"), .set("height", PathDrawing.height), .set("role", "img"),
            .label("\(index.name(path.dyad)) after \(path.label). \(said(path))")
          ) { drawing.markup }
          el(.p, .class("say")) {
            said(path)
            index.marks([path.evidence])
          }
        }
      }
    }
    let width = (FigureDraft.Plate.width - 40 * Double(paths.count - 1)) / Double(paths.count)
    let plate = zip(paths, drawings).enumerated().map { place, pair in
      let x = Double(place) * (width + 40)
      return Markup.group([
        Drawing.text(index.name(pair.0.dyad), x: Drawing.number(x), y: 12, "b"),
        el(
          .svg, .set("x", x), .set("y", "20"), .set("width", width),
          .set("height", PathDrawing.height), .class("o")
        ) { pair.1.markup },
        Drawing.text(said(pair.0), x: Drawing.number(x), y: PathDrawing.height + 38, "s"),
      ])
    }
    return FigureDraft(
      id: "paths", title: title(paths, first),
      howToRead: "Half a year before to nine months after \(first.label), \(first.day.text), the "
        + "candidate with the greatest weight. The path is what the rest of the series leads to "
        + "expect of the 13 weeks; the band holds nine weeks in ten if nothing moved. Height "
        + "±\(Drawing.number(limit)) SD of weekly noise. A gap says that the pair moved then, not "
        + "that the event moved it.",
      key: PathDrawing.key, body: body,
      plate: FigureDraft.Plate(height: PathDrawing.height + 46, content: .group(plate)),
      table: table(paths),
      sample: "13 weeks after the date; level and noise from all other weeks.",
      interval: "90%, over 16 noise models.",
      source: index.sourceLine(paths.map(\.evidence)), evidence: [])
  }

  private static func title(
    _ paths: [BriefReport.PathReport], _ first: BriefReport.PathReport
  ) -> String {
    let moved = paths.count { ($0.gap.low ?? 0) > 0 || ($0.gap.high ?? 0) < 0 }
    return "After \(first.label), \(Wording.wordOrNone(moved)) of "
      + "\(Wording.count(paths.count, "pair")) left the path expected of "
      + (paths.count == 1 ? "it" : "them")
  }

  private static func table(_ paths: [BriefReport.PathReport]) -> Table {
    Table(
      head: ["pair", "candidate", "week", "observed", "expected", "low", "high"],
      rows: paths.flatMap { path in
        path.values.enumerated().map { place, value in
          let inside = place - path.window
          func cell(_ values: [Double]) -> String {
            values.indices.contains(inside) ? Table.number(values[inside]) : ""
          }
          return [
            path.dyad.description, path.candidate,
            path.start.adding(days: 7 * place).description, Table.number(value),
            cell(path.expected), cell(path.low), cell(path.high),
          ]
        }
      })
  }
}
