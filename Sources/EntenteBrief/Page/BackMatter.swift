import EntenteClaims
import EntenteNumerics
import EntenteRecord

/// Methods, data, limits, citations, and every line of evidence with its way back to them.
enum BackMatter {
  static func section(_ index: BriefIndex) -> Section? {
    let report = index.report
    let body: [Markup] = [
      list("Methods", "methods", report.methods.map { method($0) }),
      list("Data and terms of use", "data", report.sources.map { source($0) }),
      list("Limits", "limits", report.limits.map { limit in el(.li) { limit } }),
      list("Citations", "citations", report.citations.map { citation in el(.li) { citation } }),
      files(report), evidence(index),
    ].filter { !$0.isEmpty }
    guard !body.isEmpty else { return nil }
    return Section(
      id: "back", title: "Methods, data, limits, evidence",
      lede: el(.p) {
        "Every number leads to a line of evidence; every line to its method and its data."
      }, body: body)
  }

  private static func list(_ title: String, _ id: String, _ items: [Markup]) -> Markup {
    guard !items.isEmpty else { return .empty }
    return el(.div, .class("ends"), .id("s-" + id)) {
      el(.h3) { title }
      el(.ul) { items }
    }
  }

  private static func method(_ method: BriefReport.MethodNote) -> Markup {
    el(.li, .id("m-" + method.id)) {
      el(.b) { method.title + ". " }
      method.text
      if !method.reference.isEmpty { el(.span, .class("soft")) { " \(method.reference)" } }
    }
  }

  private static func source(_ source: BriefReport.SourceNote) -> Markup {
    el(.li, .id("d-" + source.id)) {
      el(.b) { source.title + ". " }
      source.source
      el(.span, .class("soft")) {
        if !source.terms.isEmpty { " Terms: \(source.terms)." }
        if !source.file.isEmpty { " File " + source.file }
        if !source.sha256.isEmpty {
          ", SHA-256 "
          el(.code) { source.sha256 }
        }
      }
    }
  }

  private static func files(_ report: BriefReport) -> Markup {
    guard !report.run.files.isEmpty else { return .empty }
    return el(.details, .class("tbl")) {
      el(.summary) { "Table: files of the case" }
      el(.table, .class("dt")) {
        el(.thead) {
          el(.tr) {
            for head in ["File", "Rows", "SHA-256"] { el(.th, .set("scope", "col")) { head } }
          }
        }
        el(.tbody) {
          for file in report.run.files {
            el(.tr) {
              el(.th, .set("scope", "row")) { file.path }
              el(.td, .class("nr")) { Wording.grouped(file.rows) }
              el(.td) { el(.code) { file.sha256 } }
            }
          }
        }
      }
    }
  }

  private static func evidence(_ index: BriefIndex) -> Markup {
    guard !index.evidence.isEmpty else { return .empty }
    return el(.div, .class("evs"), .id("s-evidence")) {
      el(.h3) { "Evidence" }
      el(.ol) {
        for line in index.evidence { item(index, line) }
      }
    }
  }

  /// Without a full stop of its own.
  private static func bare(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private static func item(_ index: BriefIndex, _ line: Evidence) -> Markup {
    el(.li, .id(line.id)) {
      index.prose(line.text)
      // Where the sample tells the method too, once is enough.
      if let estimate = line.estimate, !line.sample.contains(estimate.method) {
        el(.span, .class("soft")) { " How: \(BackMatter.bare(index.prose(estimate.method)))." }
      }
      el(.span, .class("soft")) { " Sample: \(BackMatter.bare(index.prose(line.sample))). " }
      el(.span, .class("way")) {
        "Method "
        if index.has(method: line.method) {
          el(.a, .link(to: "m-" + line.method)) { line.method }
        } else {
          line.method
        }
        if !line.sources.isEmpty { "; data " }
        for (position, source) in line.sources.enumerated() {
          if position > 0 { ", " }
          if index.has(source: source) {
            el(.a, .link(to: "d-" + source)) { source }
          } else {
            source
          }
        }
        ". "
        el(.code) { line.id }
      }
    }
  }
}
