/// The brief as one HTML file: no script, no network, readable on a phone, on paper and aloud.
public enum Page {
  public static func html(_ report: BriefReport) -> String {
    let index = BriefIndex(report)
    let drafts = Figures.all(index)
    let figures = FigureBlocks(index: index, drafts: drafts)
    let sections = sections(index, figures)
    let title = "\(report.headline.text): \(report.title)"
    let document = el(.html, .set("lang", "en")) {
      el(.head) {
        el(.meta, .set("charset", "utf-8"))
        el(
          .meta, .set("name", "viewport"), .set("content", "width=device-width,initial-scale=1"))
        el(.meta, .set("name", "color-scheme"), .set("content", "light dark"))
        el(.title) { title }
        Stylesheet.palette
        Stylesheet.page
        Stylesheet.drawing
        Stylesheet.adapt
      }
      el(.body) {
        el(.a, .class("skip"), .link(to: sections.first.map { "s-" + $0.id } ?? "top")) {
          "Skip to the first answer"
        }
        el(
          .svg, .class("defs"), .set("width", "0"), .set("height", "0"), .hidden
        ) {
          el(.defs) { VerdictMark.symbols }
          Standalone.hatch
        }
        el(.div, .class("wrap")) {
          Masthead.bar(index)
          el(.main) {
            Masthead.head(index)
            Masthead.answers(index, sections: Set(sections.map(\.id)))
            sections.map(\.markup)
          }
          footer(report)
        }
      }
    }
    return "<!doctype html>\n" + document.rendered() + "\n"
  }

  /// Sections that the report has data for, in the fixed order of the questions.
  private static func sections(_ index: BriefIndex, _ figures: FigureBlocks) -> [Section] {
    var questions = [
      AxisSection.section(index, figures), SinceSection.section(index, figures),
      TriggersSection.section(index, figures), CourtSection.section(index, figures),
      SureSection.section(index, figures),
    ].compactMap { $0 }
    for position in questions.indices {
      questions[position].kicker = "Question \(position + 1) of \(questions.count)"
    }
    let rest = [
      MovesSection.section(index, figures), StrategiesSection.section(index, figures),
      RecordSections.questions(index),
      RecordSections.afterwards(index), BackMatter.section(index),
    ].compactMap { $0 }
    return questions + rest
  }

  private static func footer(_ report: BriefReport) -> Markup {
    el(.footer) {
      el(.p) {
        "\(report.program.name) \(report.program.version). Case \(report.run.caseID), seed "
          + "\(report.run.seed), \(Wording.count(report.run.draws, "draw")), "
          + "\(Wording.count(report.run.files.count, "file")). Same inputs, seed and version give "
          + "the same bytes."
      }
    }
  }
}

/// A part of the page: a rail with question and answer, and what they rest on.
struct Section {
  let id: String
  var kicker: String?
  let title: String
  let lede: Markup
  let body: [Markup]

  init(id: String, kicker: String? = nil, title: String, lede: Markup, body: [Markup]) {
    self.id = id
    self.kicker = kicker
    self.title = title
    self.lede = lede
    self.body = body.filter { !$0.isEmpty }
  }

  /// A section that answers a question of the report, if it has anything to show.
  init?(_ index: BriefIndex, id: String, otherwise title: String, body: [Markup]) {
    let body = body.filter { !$0.isEmpty }
    guard !body.isEmpty else { return nil }
    let answer = index.report.answers.first { $0.id == id }
    self.init(
      id: id, title: answer?.question ?? title,
      lede: answer.map { answer in
        el(.p) {
          answer.answer
          index.marks(answer.evidence)
        }
      } ?? .empty, body: body)
  }

  var markup: Markup {
    el(.section, .class("q"), .id("s-" + id), .set("aria-labelledby", "s-\(id)-h")) {
      el(.header) {
        if let kicker { el(.span, .class("n")) { kicker } }
        el(.h2, .id("s-\(id)-h")) { title }
        lede
      }
      el(.div, .class("body")) { body }
    }
  }
}

/// Figures as they stand in the page, found by id.
struct FigureBlocks {
  let index: BriefIndex
  let drafts: [FigureDraft]

  func block(_ id: String) -> Markup {
    guard let position = drafts.firstIndex(where: { $0.id == id }) else { return .empty }
    let draft = drafts[position]
    return el(.figure, .class("fig"), .id("f-" + id)) {
      el(.figcaption) {
        el(.span, .class("ft")) { "Figure \(position + 1). \(draft.title)" }
        el(.span, .class("fs")) { draft.howToRead }
      }
      if !draft.key.isEmpty {
        el(.ul, .class("key")) {
          for entry in draft.key {
            el(.li) {
              entry.mark
              entry.text
            }
          }
        }
      }
      draft.body
      draft.folded
      el(.p, .class("src")) {
        el(.b) { "Sample" }
        " \(draft.sample) "
        el(.b) { "Interval" }
        " \(draft.interval) "
        el(.b) { "Source" }
        " \(draft.source)"
        index.marks(draft.evidence)
      }
    }
  }
}
