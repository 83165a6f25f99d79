import EntenteAttribution
import EntenteNumerics
import EntenteRecord
public import EntenteTriggers

/// The ledger as one HTML file: no script, no network, readable on a phone and on paper.
public enum TriggersPage {
  public static func html(_ ledger: TriggerLedger) -> String {
    let words = LedgerWords(ledger)
    let drafts: [Section?] = [
      weights(words), PathPanels(words).section, LedgerTable(words).section, unlisted(words),
      ledger.cascade.flatMap { CascadeChart($0).section }, method(words),
    ]
    let sections = drafts.compactMap { $0 }
    let document = el(.html, .set("lang", "en")) {
      el(.head) {
        el(.meta, .set("charset", "utf-8"))
        el(.meta, .set("name", "viewport"), .set("content", "width=device-width,initial-scale=1"))
        el(.meta, .set("name", "color-scheme"), .set("content", "light dark"))
        el(.title) { "\(words.headline): \(ledger.title)" }
        Stylesheet.palette
        Stylesheet.page
        Stylesheet.drawing
        Stylesheet.adapt
        looks
      }
      el(.body) {
        el(.a, .class("skip"), .link(to: sections.first.map { "s-" + $0.id } ?? "top")) {
          "Skip to the first answer"
        }
        el(.svg, .class("defs"), .set("width", "0"), .set("height", "0"), .hidden) {
          Standalone.hatch
        }
        el(.div, .class("wrap")) {
          el(.header, .class("mast")) {
            el(.b) { "Entente triggers" }
            el(.span) { ledger.title }
            el(.span) { Wording.count(ledger.responses.count, "series", "series") }
            el(.span) { "Numbers in brackets are 90% intervals" }
          }
          el(.main) {
            el(.div, .class("head"), .id("top")) {
              el(.h1, .class("long-h")) { words.headline }
              el(.p, .class("deck")) { words.deck }
              el(.p, .class("asof")) { words.asOf }
            }
            for section in sections { section.markup }
          }
          el(.footer) {
            el(.p) {
              "entente \(ProgramVersion.text), seed \(ledger.seed), "
                + "\(Wording.count(ledger.draws, "draw")). Same inputs, seed and version give the "
                + "same bytes. Method and measured error rates: docs/triggers.md."
            }
          }
        }
      }
    }
    return "<!doctype html>\n" + document.rendered() + "\n"
  }

  // MARK: - Sections

  private static func weights(_ words: LedgerWords) -> Section? {
    let weighings = words.weighings.filter { !$0.rivals.isEmpty }
    guard !weighings.isEmpty else { return nil }
    return Section(
      id: "weights", title: "What is likeliest?",
      lede: el(.p) {
        "Weights of the rival explanations; they sum to 100% in each list. They hold for the rivals "
          + "listed, and say nothing about causes that nobody thought of beyond “none of those listed”."
      },
      body: weighings.map { weighing in
        el(.div) {
          el(.h3, .class("t")) { words.title(of: weighing) }
          el(.p, .class("fs")) { words.sentence(weighing) }
          el(.div, .class("rows wt")) {
            for rival in weighing.rivals {
              el(.div, .class("r")) {
                el(.div) {
                  rival.label.isEmpty ? rival.id : words.short(rival.label)
                  if let day = rival.day { el(.span, .class("soft small")) { " " + day.text } }
                }
                el(.div, .class("dr")) { bar(rival.weight) }
                el(.div, .class("nr")) { Wording.percent(rival.weight.value) }
                el(.div, .class("nr w")) {
                  rival.weight.low.flatMap { low in
                    rival.weight.high.map { Wording.percentRange(low, $0) }
                  } ?? "posterior"
                }
              }
            }
          }
          if !weighing.power.isEmpty {
            el(.p, .class("src")) {
              el(.b) { "Power" }
              " A true single trigger is named in "
                + weighing.power.map {
                  "\(Wording.percent($0.rate)) of worlds at \(Wording.number($0.size, 1)) SD"
                }.joined(separator: ", ") + ". Not naming one is the usual answer."
            }
          }
        }
      })
  }

  private static func bar(_ weight: Estimate) -> Markup {
    el(.svg, .class("fl"), .set("height", "26"), .hidden) {
      Drawing.vertical("half", x: "50%", y1: 0, y2: 26)
      el(
        .rect, .class("bar"), .set("x", "0"), .set("y", "7"),
        .set("width", Drawing.percent(min(1, max(0, weight.value)))), .set("height", "12"))
      if let low = weight.low, let high = weight.high {
        Drawing.line(
          "brk", x1: Drawing.percent(max(0, low)), x2: Drawing.percent(min(1, high)), y1: 13, y2: 13
        )
      }
      Drawing.vertical("brk", x: Drawing.percent(min(1, max(0, weight.value))), y1: 5, y2: 21)
    }
  }

  private static func unlisted(_ words: LedgerWords) -> Section? {
    let lists = words.weighings.filter { !words.telling($0).isEmpty }
    guard !lists.isEmpty else { return nil }
    return Section(
      id: "unlisted", title: "What did nobody list?",
      lede: el(.p) {
        "The strongest weeks that no candidate falls in, and what else is on record within a week "
          + "of them. A neighbour that is as telling as a candidate is a rival."
      },
      body: lists.map { weighing in
        el(.div) {
          el(.h3, .class("t")) { words.title(of: weighing) }
          el(.table, .class("led tight")) {
            el(.thead) {
              el(.tr) {
                for head in ["Week of", "Log Bayes factor", "On record then"] {
                  el(.th, .set("scope", "col")) { head }
                }
              }
            }
            el(.tbody) {
              for week in words.telling(weighing) {
                el(.tr) {
                  el(.th, .set("scope", "row")) {
                    el(.b) { week.week.text }
                    el(.span) { week.isNearCandidate ? "near a candidate" : "elsewhere" }
                  }
                  el(.td, .class("nr"), .set("data-l", "Log Bayes factor")) {
                    Wording.number(week.logBayesFactor, 1)
                  }
                  el(.td) {
                    if week.events.isEmpty { "nothing on record" }
                    if !week.events.isEmpty {
                      week.events.prefix(6).map { words.short($0.title) }
                        .joined(separator: "; ")
                        + (week.events.count > 6 ? "; and \(week.events.count - 6) more" : "")
                    }
                  }
                }
              }
            }
          }
        }
      })
  }

  private static func method(_ words: LedgerWords) -> Section? {
    let ledger = words.ledger
    var lines = [
      "Effects are means over 13 weeks in SD of the pair's own weekly noise, by generalised least "
        + "squares over 16 noise models. The path is what the same noise models expect of those "
        + "weeks from all others. The synthetic control is a weighted mean of unrelated series that "
        + "ran alike before; its interval comes from placebo dates.",
      "Rank among dates: the share of dates that do as well when put in the candidate's place. "
        + "They overlap; about 20 are independent, so ranks below 0.05 cannot be seen.",
      "No interval is corrected for having looked at several candidates: the strongest of five "
        + "covers less than 90%.",
      "An effect after a date says that the series moved then, not that the event moved it: that is "
        + "what the weights are for.",
    ]
    lines += words.untestable
    lines += ledger.notes.map { Wording.capitalised($0) + "." }
    return Section(
      id: "method", title: "How to read it",
      lede: el(.p) { "What the numbers are, and what they are not." },
      body: [
        el(.div, .class("ends")) { el(.ul) { for line in lines { el(.li) { line } } } }
      ])
  }

  private static let looks = Markup.style(
    """
    .wt{grid-template-columns:minmax(11rem,18rem) minmax(0,1fr) 3.2rem 5.6rem;margin-top:.6rem}
    .wt .r>*:first-child{display:block;padding:.35rem 0}
    @media screen and (max-width:44rem){.wt{grid-template-columns:minmax(0,1fr) 6rem 3rem}}
    """)
}
