import EntenteClaims
import EntenteRecord

/// What is told as record: questions with their outcomes, and events after the series.
enum RecordSections {
  static func questions(_ index: BriefIndex) -> Section? {
    let questions = index.report.questions
    guard !questions.isEmpty else { return nil }
    let retrodictions = questions.count { $0.isRetrodiction }
    var lede = "Questions that the documents raise, each with a horizon and what came of it."
    if retrodictions > 0 {
      lede +=
        " \(Wording.capitalised(Wording.word(retrodictions))) of \(Wording.word(questions.count)) "
        + "\(retrodictions == 1 ? "is a retrodiction" : "are retrodictions"): the outcome was "
        + "known when the question was written."
    }
    return Section(
      id: "questions", title: "What was foretold, and what came", lede: el(.p) { lede },
      body: [
        el(.table, .class("led")) {
          el(.thead) {
            el(.tr) {
              for head in ["Question", "Issued", "Horizon", "Outcome"] {
                el(.th, .set("scope", "col")) { head }
              }
            }
          }
          el(.tbody) { for question in questions { row(index, question) } }
        }
      ])
  }

  private static func row(_ index: BriefIndex, _ question: BriefReport.QuestionReport) -> Markup {
    el(.tr) {
      el(.th, .set("scope", "row")) {
        question.question
        if question.isRetrodiction || question.claim != nil {
          el(.span) {
            if question.isRetrodiction { " Retrodiction" }
            if let claim = question.claim {
              question.isRetrodiction ? ", of claim " : " Claim "
              if index.report.claims.contains(where: { $0.id == claim }) {
                el(.a, .link(to: "c-" + claim)) { claim }
              } else {
                claim
              }
            }
          }
        }
      }
      el(.td, .set("data-l", "Issued")) {
        "\(question.issued.text), \(index.document(question.issuedBy)?.title ?? question.issuedBy)"
      }
      el(.td, .class("nr"), .set("data-l", "Horizon")) { question.horizon.text }
      el(.td, .set("data-l", "Outcome")) {
        el(.b) { question.outcome }
        question.resolved.map { " (\($0.text))" } ?? ""
      }
    }
  }

  static func afterwards(_ index: BriefIndex) -> Section? {
    let events = index.report.afterwards.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    guard !events.isEmpty else { return nil }
    let last = index.report.asOf.map { "The series ends on \($0.text). " } ?? ""
    return Section(
      id: "afterwards", title: "After the series",
      lede: el(.p) { last + "What followed is told as record; no number here measures it." },
      body: [
        el(.table, .class("led tight")) {
          el(.thead) {
            el(.tr) {
              for head in ["Date", "Event", "Record"] { el(.th, .set("scope", "col")) { head } }
            }
          }
          el(.tbody) {
            for event in events {
              el(.tr) {
                el(.th, .class("nr"), .set("scope", "row")) { event.day.text }
                el(.td) { event.text + (event.isContested ? " (contested)" : "") }
                el(.td, .class("soft"), .set("data-l", "Record")) {
                  [event.grade.map { "grade \($0)" }, event.reference].compactMap { $0 }
                    .joined(separator: "; ")
                }
              }
            }
          }
        }
      ])
  }
}
