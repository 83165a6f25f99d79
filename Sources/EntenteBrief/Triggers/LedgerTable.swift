import EntenteAttribution
import EntenteNumerics
import EntenteRecord
import EntenteTriggers

/// The ledger as a table that one can argue with: each candidate against each series.
struct LedgerTable {
  let words: LedgerWords

  init(_ words: LedgerWords) { self.words = words }

  var section: Section? {
    let entries = words.ledger.entries
    guard !entries.isEmpty else { return nil }
    return Section(
      id: "ledger", title: "Candidate by candidate",
      lede: el(.p) {
        "Order against the series' own breaks, three readings of the effect, placebos, and what "
          + "could have been seen. Effects in SD over 13 weeks."
      },
      body: [
        el(.div, .class("tbl")) {
          el(.table, .class("dt")) {
            el(.thead) {
              el(.tr) {
                for head in [
                  "Series", "Order", "Effect", "Gap to the path", "Synthetic control",
                  "Rank among dates", "Rank among pairs", "Smallest seen", "Power at 1 SD",
                ] { el(.th, .set("scope", "col")) { head } }
              }
            }
            for events in candidates {
              el(.tbody) {
                el(.tr) {
                  el(.th, .class("b"), .set("scope", "rowgroup"), .set("colspan", "9")) {
                    el(.b) { words.events(events[0]) }
                    el(.span, .class("soft")) {
                      " " + (events[0].candidates.first?.day.text ?? "")
                    }
                  }
                }
                for entry in events { row(entry) }
              }
            }
          }
        },
        breaks,
      ])
  }

  /// The entries of each candidate week.
  private var candidates: [[TriggerLedger.Entry]] {
    words.ledger.entries.reduce(into: []) { groups, entry in
      if groups.last?.first?.week == entry.week {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
    }
  }

  private func row(_ entry: TriggerLedger.Entry) -> Markup {
    let effect = entry.effect
    return el(.tr) {
      el(.th, .set("scope", "row")) { words.name(of: entry.response) }
      el(.td) { entry.order.text }
      el(.td, .class("nr")) { Wording.signed(effect.effect) }
      el(.td, .class("nr")) { Wording.signed(entry.path.meanGap) }
      el(.td, .class("nr")) {
        entry.synthetic.map { Wording.signed($0.meanGap) } ?? "not fitted"
      }
      el(.td) { Wording.fixed(effect.placeboDates, 2) }
      el(.td) { effect.placeboDyads.map { Wording.fixed($0, 2) } ?? "–" }
      el(.td) { Wording.fixed(effect.smallestVisible, 2) }
      el(.td) { Wording.fixed(effect.powerAt1, 2) }
    }
  }

  private var breaks: Markup {
    el(.div) {
      el(.h3, .class("t")) { "When the series broke" }
      el(.table, .class("led tight")) {
        el(.thead) {
          el(.tr) {
            for head in ["Series", "Break, 90% interval", "Size", "p of no break"] {
              el(.th, .set("scope", "col")) { head }
            }
          }
        }
        el(.tbody) {
          for response in words.ledger.responses {
            if response.breaks.isEmpty {
              el(.tr) {
                el(.th, .set("scope", "row")) { response.title }
                el(.td) { response.problem ?? "no lasting break" }
                el(.td) { "–" }
                el(.td, .set("data-l", "p")) {
                  response.pValue.map(Wording.probability) ?? "–"
                }
              }
            }
            for one in response.breaks {
              el(.tr) {
                el(.th, .set("scope", "row")) { response.title }
                el(.td) {
                  "\(one.direction), \(one.day.text) (\(Wording.dates(one.from, one.to)))"
                }
                el(.td, .class("nr"), .set("data-l", "size")) { Wording.signed(one.size) }
                el(.td, .set("data-l", "p")) {
                  response.pValue.map(Wording.probability) ?? "–"
                }
              }
            }
          }
        }
      }
    }
  }
}
