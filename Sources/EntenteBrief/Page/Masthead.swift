import EntenteNumerics

/// What the hurried reader sees: headline, picture, two numbers, every answer in a line.
enum Masthead {
  static func bar(_ index: BriefIndex) -> Markup {
    let report = index.report
    var facts = [report.title]
    let core = report.actors.count { $0.role == "core" }
    if core > 0 { facts.append(Wording.count(core, "core state")) }
    if !report.legs.isEmpty { facts.append(Wording.count(report.legs.count, "pair")) }
    if !report.claims.isEmpty { facts.append(Wording.count(report.claims.count, "claim")) }
    facts.append("Numbers in brackets are 90% intervals; small marks lead to the evidence")
    return el(.header, .class("mast")) {
      el(.b) { "Entente brief" }
      for fact in facts { el(.span) { fact } }
    }
  }

  static func head(_ index: BriefIndex) -> Markup {
    let report = index.report
    return el(.div, .class("head"), .id("top")) {
      el(.div, .class("hl")) {
        el(.div) {
          if let question = report.question { el(.p, .class("ask")) { question } }
          el(.h1, .class(report.headline.text.count > 48 ? "long-h" : "")) { report.headline.text }
          if !report.headline.deck.isEmpty { el(.p, .class("deck")) { report.headline.deck } }
          if !report.headline.asOf.isEmpty { el(.p, .class("asof")) { report.headline.asOf } }
        }
        LegPicture.markup(index)
      }
      if !report.keyNumbers.isEmpty {
        el(.div, .class("ans")) {
          for number in report.keyNumbers { gauge(index, number) }
        }
      }
    }
  }

  private static func gauge(_ index: BriefIndex, _ number: BriefReport.KeyNumber) -> Markup {
    el(.div, .class("gauge")) {
      el(.p, .class("big num")) {
        number.display
        if !number.interval.isEmpty { el(.span) { " (\(bare(number.interval)))" } }
        index.marks([number.evidence])
      }
      if !number.word.isEmpty {
        el(.p, .class("word")) { Wording.capitalised(number.word) }
      }
      el(.p, .class("lab")) { number.label }
      el(.p, .class("def")) { number.definition }
    }
  }

  /// An interval without brackets of its own.
  static func bare(_ interval: String) -> String {
    interval.hasPrefix("(") && interval.hasSuffix(")")
      ? String(interval.dropFirst().dropLast()) : interval
  }

  static func answers(_ index: BriefIndex, sections: Set<String>) -> Markup {
    let answers = index.report.answers
    guard !answers.isEmpty else { return .empty }
    return el(.nav, .label("The answers")) {
      el(.ul, .class("toc")) {
        for answer in answers {
          el(.li) {
            if sections.contains(answer.id) {
              el(.a, .class("q"), .link(to: "s-" + answer.id)) { answer.question }
            } else {
              el(.span, .class("q")) { answer.question }
            }
            el(.p) {
              answer.answer
              index.marks(answer.evidence)
            }
          }
        }
      }
    }
  }
}
