import EntenteNumerics

/// Is there an axis? Legs now, legs over time, blocs, and what else measures the shape.
enum AxisSection {
  static func section(_ index: BriefIndex, _ figures: FigureBlocks) -> Section? {
    Section(
      index, id: "axis", otherwise: "Is there an axis?",
      body: [
        figures.block("legs"), figures.block("periods"), figures.block("blocs"), changes(index),
        measures(index),
      ])
  }

  /// Periods between which the best split changed.
  private static func changes(_ index: BriefIndex) -> Markup {
    guard let blocs = index.report.blocs, !blocs.changes.isEmpty else { return .empty }
    let supported = blocs.changes.count { $0.isSupported }
    return el(.div, .class("block")) {
      el(.h3, .class("ft fh")) {
        "The split that fits best changed \(times(blocs.changes.count)); nine draws of ten support "
          + (blocs.changes.count == 1
            ? supported == 1 ? "the change" : "no change"
            : "\(Wording.wordOrNone(supported)) of the changes")
      }
      el(.table, .class("led tight")) {
        el(.thead) {
          el(.tr) {
            for head in ["Between", "Before", "After", "Supported"] {
              el(.th, .set("scope", "col")) { head }
            }
          }
        }
        el(.tbody) {
          for change in blocs.changes {
            el(.tr) {
              el(.th, .class("nr"), .set("scope", "row")) {
                "\(Wording.period(change.from)) and \(Wording.period(change.to))"
              }
              el(.td, .set("data-l", "Before")) { index.partition(change.before) }
              el(.td, .set("data-l", "After")) { index.partition(change.after) }
              el(.td, .set("data-l", "Supported")) { change.isSupported ? "yes" : "no" }
            }
          }
        }
      }
    }
  }

  private static func times(_ n: Int) -> String {
    n == 1 ? "once" : n == 2 ? "twice" : "\(Wording.word(n)) times"
  }

  private static func measures(_ index: BriefIndex) -> Markup {
    let measures = index.report.measures
    guard !measures.isEmpty else { return .empty }
    return el(.div, .class("block")) {
      el(.h3, .class("ft fh")) { "Other measures of the shape" }
      el(.table, .class("led tight")) {
        el(.thead) {
          el(.tr) {
            for head in ["Measure", "Value, interval", "What it says"] {
              el(.th, .set("scope", "col")) { head }
            }
          }
        }
        el(.tbody) {
          for measure in measures {
            el(.tr) {
              el(.th, .set("scope", "row")) {
                el(.b) { measure.title }
                el(.span) {
                  Wording.period(measure.period)
                  index.marks([measure.evidence])
                }
              }
              el(.td, .class("num nr"), .set("data-l", "Value")) { value(measure.estimate) }
              el(.td) { index.prose(measure.note) }
            }
          }
        }
      }
    }
  }

  private static func value(_ estimate: Estimate?) -> String {
    guard let estimate else { return "not measured" }
    if estimate.isExact { return "\(Wording.number(estimate.value)) (exact)" }
    guard let low = estimate.low, let high = estimate.high else {
      return "\(Wording.number(estimate.value)) (no interval)"
    }
    return
      "\(Wording.number(estimate.value)) (\(Wording.number(low)) to \(Wording.number(high)))"
  }
}

/// Since when? Every pair's weeks and breaks.
enum SinceSection {
  static func section(_ index: BriefIndex, _ figures: FigureBlocks) -> Section? {
    let chart = figures.block("timelines")
    // Dates without a series to draw are still told.
    return Section(
      index, id: "since", otherwise: "Since when?",
      body: [chart.isEmpty ? BreakTable.markup(index) : chart])
  }
}

/// What triggered it? The ledger of rivals for each response.
enum TriggersSection {
  static func section(_ index: BriefIndex, _ figures: FigureBlocks) -> Section? {
    Section(
      index, id: "triggers", otherwise: "What triggered it?",
      body: index.report.attribution.flatMap { rivals in
        [figures.block("rivals-\(rivals.id)"), decision(index, rivals)]
      } + [figures.block("paths"), figures.block("cascade")])
  }

  private static func decision(_ index: BriefIndex, _ rivals: BriefReport.RivalsReport) -> Markup {
    guard !rivals.decision.isEmpty || !rivals.nearby.isEmpty else { return .empty }
    return el(.div, .class("note")) {
      if !rivals.decision.isEmpty { el(.p) { rivals.decision } }
      if !rivals.nearby.isEmpty {
        el(.p, .class("fs")) { el(.b) { "Also near, and not among the rivals:" } }
        el(.ul, .class("fs")) { for line in rivals.nearby { el(.li) { index.prose(line) } } }
      }
    }
  }
}
