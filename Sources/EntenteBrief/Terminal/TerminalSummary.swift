import EntenteClaims
import EntenteNumerics
import EntenteRecord

/// The brief on one screen of a terminal.
public enum TerminalSummary {
  public enum Style: Sendable {
    case plain
    /// ANSI colours; colour repeats what the words say.
    case colour
  }

  /// Lines no wider than `width`, which is held between 60 and 120.
  public static func text(_ report: BriefReport, width: Int = 80, style: Style = .plain) -> String {
    var sheet = TerminalSheet(
      index: BriefIndex(report), width: min(120, max(60, width)), style: style)
    sheet.write()
    return sheet.lines.joined(separator: "\n") + "\n"
  }
}

/// Lines in the making.
struct TerminalSheet {
  let index: BriefIndex
  let width: Int
  let style: TerminalSummary.Style
  var lines: [String] = []

  var report: BriefReport { index.report }

  init(index: BriefIndex, width: Int, style: TerminalSummary.Style) {
    self.index = index
    self.width = width
    self.style = style
  }

  mutating func write() {
    head()
    for (position, answer) in report.answers.enumerated() {
      lines.append("")
      question(position + 1, answer)
      switch answer.id {
      case "axis": legs()
      case "since": breaks()
      case "triggers": rivals()
      case "claims": documents()
      case "sure": readings()
      default: break
      }
    }
    foot()
  }

  // MARK: - Ink

  enum Ink { case none, strong, soft, warm, cold }

  func paint(_ text: String, _ ink: Ink) -> String {
    guard style == .colour, ink != .none, !text.isEmpty else { return text }
    let code =
      switch ink {
      case .strong: "1"
      case .soft: "2"
      case .warm: "34"
      case .cold: "33"
      case .none: "0"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  func ink(_ word: String) -> Ink { word == "warm" ? .warm : word == "cold" ? .cold : .none }

  /// Control characters in a report must not reach the terminal.
  func clean(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .lineSeparator, .paragraphSeparator: " "
          default: scalar
          }
        }))
  }

  /// Wrapped text; lines after the first hang by `hang` columns, and at most `limit` are kept.
  mutating func add(
    _ text: String, indent: Int = 0, hang: Int? = nil, limit: Int = 4, ink: Ink = .none
  ) {
    let hang = hang ?? indent
    var wrapped = DisplayWidth.wrap(clean(text), width: width - max(indent, hang))
    if wrapped.count > limit {
      wrapped = Array(wrapped.prefix(limit))
      wrapped[limit - 1] =
        DisplayWidth.cut(wrapped[limit - 1], to: width - max(indent, hang) - 4) + " ..."
    }
    for (position, line) in wrapped.enumerated() {
      let lead = String(repeating: " ", count: position == 0 ? indent : hang)
      lines.append(lead + paint(line, ink))
    }
  }

  /// Columns of fixed width, two blanks apart, the last cut at the edge.
  mutating func row(_ cells: [(text: String, width: Int, isRight: Bool, ink: Ink)]) {
    var line = " "
    var used = 1
    for cell in cells {
      let room = width - used - 1
      guard room > 0 else { break }
      let width = min(cell.width, room)
      let fitted = DisplayWidth.cut(clean(cell.text), to: width)
      let blanks = String(repeating: " ", count: max(0, width - DisplayWidth.of(fitted)))
      // Blanks stay outside the ink, so that a line's end can be trimmed.
      let inked = fitted.prefix(
        upTo: fitted.lastIndex { $0 != " " }.map(fitted.index(after:)) ?? fitted.startIndex)
      let tail = String(repeating: " ", count: fitted.count - inked.count)
      let painted = paint(String(inked), cell.ink) + tail
      line += " " + (cell.isRight ? blanks + painted : painted + blanks)
      used += 1 + width
    }
    while line.last == " " { line.removeLast() }
    lines.append(line)
  }

  // MARK: - Head and foot

  private mutating func head() {
    add("Entente brief: \(report.title)", limit: 2, ink: .soft)
    add(report.headline.text.uppercased(), hang: 2, limit: 3, ink: .strong)
    if !report.headline.deck.isEmpty { add(report.headline.deck, indent: 2, limit: 4) }
    if !report.headline.asOf.isEmpty { add(report.headline.asOf, indent: 2, limit: 2, ink: .soft) }
    for number in report.keyNumbers {
      let value =
        number.display
        + (number.interval.isEmpty ? "" : " (\(Masthead.bare(number.interval)))")
      let right = DisplayWidth.of(value) + DisplayWidth.of(number.word) + 4
      let label = width - right - mark([number.evidence]).count - 3
      guard label >= 24 else {
        add(
          "\(number.label): \(number.word), \(value)\(mark([number.evidence]))", indent: 2, hang: 4)
        continue
      }
      row([
        (number.label, label, false, .none),
        (number.word, DisplayWidth.of(number.word) + 1, false, .none),
        (value + mark([number.evidence]), width, false, .strong),
      ])
    }
  }

  /// ` [e3]` for the first line of evidence.
  func mark(_ ids: [String]) -> String {
    ids.lazy.compactMap { index.number(of: $0) }.first.map { " [e\($0)]" } ?? ""
  }

  private mutating func question(_ number: Int, _ answer: BriefReport.Answer) {
    add("\(number) \(answer.question)", hang: 2, limit: 2, ink: .strong)
    add(answer.answer + mark(answer.evidence), indent: 2, limit: 3)
  }

  private mutating func foot() {
    lines.append("")
    let coverage = report.coverage
    var data = "Data: "
    if coverage.weeks > 0 {
      data += Wording.count(coverage.weeks, "week")
      if let to = coverage.to { data += " to \(to.text)" }
      data += ", \(Wording.count(coverage.missingDays, "day")) missing. "
    } else {
      data += "no series. "
    }
    data +=
      "\(Wording.count(index.evidence.count, "line")) of evidence. "
      + "\(report.program.name) \(report.program.version), seed \(report.run.seed)."
    add(data, limit: 3, ink: .soft)
  }
}
