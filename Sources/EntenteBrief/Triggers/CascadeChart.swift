import EntenteNumerics
import EntenteRecord
import EntenteTriggers

/// Who probably triggered what: events on a lane for each group, arcs from a likely parent.
struct CascadeChart {
  private static let listed = 30

  let cascade: EventCascade

  init(_ cascade: EventCascade) { self.cascade = cascade }

  private var links: [(parent: Int, child: Int, probability: Double)] {
    cascade.events.enumerated().flatMap { child, row in
      row.parents.filter { $0.probability >= CascadeDrawing.shown }.map {
        ($0.event, child, $0.probability)
      }
    }
  }

  var section: Section? {
    guard !cascade.events.isEmpty else { return nil }
    return Section(
      id: "cascade", title: "Who probably triggered what?",
      lede: el(.p) {
        "A self-exciting model of the events on record. "
          + CascadeWords.linked(Set(links.map(\.child)).count, of: cascade.events.count)
          + ", in a model in which events raise the rate of later ones, "
          + CascadeWords.model(
            meanWeeks: cascade.meanWeeks, harmonics: cascade.harmonics, drift: cascade.drift)
      }, body: [chart, matrix, list])
  }

  private var chart: Markup {
    let places = Dictionary(
      cascade.groups.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let drawing = CascadeDrawing(
      axis: TimeAxis(start: cascade.from, end: cascade.through),
      groups: cascade.groups.map { ($0.name, $0.events) },
      events: cascade.events.map { ($0.event.day, places[$0.group] ?? 0) },
      links: links.map { ($0.parent, $0.child) })
    return el(.figure, .class("fig")) {
      el(.figcaption) {
        el(.span, .class("ft")) {
          "\(Wording.count(links.count, "link")) at a probability of "
            + "\(Wording.percent(CascadeDrawing.shown)) or more"
        }
        el(.span, .class("fs")) {
          "Each dot an event, each arc from a likely trigger to what it triggered."
        }
      }
      el(
        .svg, .class("fl"), .set("height", drawing.height), .set("role", "img"),
        .label("Events by group over time with arcs between likely triggers and what followed")
      ) { drawing.markup }
    }
  }

  private var matrix: Markup {
    el(.div, .class("tbl")) {
      el(.h3, .class("t")) { "Events that one event triggers" }
      el(.table, .class("dt")) {
        el(.thead) {
          el(.tr) {
            el(.th, .set("scope", "col")) { "Group" }
            for group in cascade.groups {
              el(.th, .set("scope", "col")) { "by one of the \(CascadeWords.events(group.name))" }
            }
            el(.th, .set("scope", "col")) { "on its own" }
            el(.th, .set("scope", "col")) { "fit (p)" }
          }
        }
        el(.tbody) {
          for group in cascade.groups {
            el(.tr) {
              el(.th, .set("scope", "row")) { group.name }
              for estimate in group.triggeredBy {
                el(.td, .class("nr")) {
                  CascadeWords.triggered(estimate)
                }
              }
              el(.td) { "\(Wording.number(group.spontaneous, 0)) of \(group.events)" }
              el(.td) { group.residualP.map(Wording.probability) ?? "–" }
            }
          }
        }
      }
      el(.p, .class("src")) {
        el(.b) { "Fit" }
        " p: rescaled times against a process of unit rate, by parametric bootstrap; a small one says "
          + "that the model misses something, such as gatherings of many. Spectral radius "
          + "\(Wording.fixed(cascade.spectralRadius, 2)); twice the gain in log-likelihood over "
          + "constant rates \(Wording.number(cascade.likelihoodRatio, 1))."
        for note in cascade.notes { " " + Wording.capitalised(note) + "." }
      }
    }
  }

  private var list: Markup {
    let strongest = links.sorted { ($1.probability, $0.child) < ($0.probability, $1.child) }
      .prefix(Self.listed)
    guard !strongest.isEmpty else { return .empty }
    return el(.details, .class("tbl")) {
      el(.summary) { "Table: the \(strongest.count) likeliest links" }
      el(.table, .class("dt")) {
        el(.thead) {
          el(.tr) {
            for head in ["Probability", "Event", "probably triggered by"] {
              el(.th, .set("scope", "col")) { head }
            }
          }
        }
        el(.tbody) {
          for link in strongest {
            el(.tr) {
              el(.td) { Wording.percent(link.probability) }
              el(.td) { label(cascade.events[link.child]) }
              el(.td) { label(cascade.events[link.parent]) }
            }
          }
        }
      }
    }
  }

  private func label(_ row: EventCascade.Row) -> String {
    "\(Wording.title(of: row.event.title)), \(row.event.day.text)"
  }
}
