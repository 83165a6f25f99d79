import EntenteClaims
import EntenteNumerics
import EntenteRecord

/// The report with what a reader of it has to look up: names, groups of legs, numbers of evidence.
struct BriefIndex {
  let report: BriefReport
  /// Every line of evidence once, in the order of its number.
  let evidence: [Evidence]
  /// Dyads by side: inside the blocs in their order, then across, then the rest.
  let sides: [Side]
  private let numbers: [String: Int]
  private let names: [ActorCode: String]
  private let methods: Set<String>
  private let sources: [String: String]
  private let events: [String: String]
  /// Titles of series in quotation marks.
  private let series: [String: String]

  /// Dyads that stand on the same side of the case's blocs.
  struct Side {
    var id: String
    var title: String
    var isBloc: Bool
    var dyads: [Dyad]
  }

  init(_ report: BriefReport) {
    self.report = report
    var seen: Set<String> = []
    let all =
      report.evidence
      + report.claims.flatMap { $0.parts.flatMap { $0.tests.flatMap(\.evidence) } }
    evidence = all.filter { seen.insert($0.id).inserted }
    numbers = Dictionary(
      evidence.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    names = Dictionary(
      report.actors.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    methods = Set(report.methods.map(\.id))
    sources = Dictionary(
      report.sources.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    events = Dictionary(
      (report.marks + report.mentioned).map { ($0.id, Wording.title(of: $0.text)) },
      uniquingKeysWith: { first, _ in first })
    series = sources.mapValues(Wording.quoted)
    sides = BriefIndex.sides(of: report)
  }

  // MARK: - Names

  func name(_ code: ActorCode) -> String { names[code] ?? code.text }

  /// `China–North Korea`.
  func name(_ dyad: Dyad) -> String { "\(name(dyad.first))–\(name(dyad.second))" }

  /// `China, North Korea, Russia | the other three` for `CHN PRK RUS | JPN KOR USA`.
  func partition(_ text: String) -> String {
    let blocks = text.split(separator: "|").map { block in
      block.split(whereSeparator: { $0 == " " || $0 == "," }).map { part in
        ActorCode(part).map(name) ?? String(part)
      }
    }
    let size = blocks.map(\.count).reduce(0, +)
    guard blocks.count == 2, size > 4, abs(blocks[0].count - blocks[1].count) > 1 else {
      return blocks.map { $0.joined(separator: ", ") }.joined(separator: " | ")
    }
    let small = blocks[0].count < blocks[1].count ? blocks[0] : blocks[1]
    return "\(small.joined(separator: ", ")) | the other \(Wording.word(size - small.count))"
  }

  /// Text of the program as a reader would have it: states and events by name, dates as
  /// `18 Aug 2023`.
  func prose(_ text: String) -> String {
    let plain = text.replacing(/\b([A-Z]{3})-([A-Z]{3})\b/) { match in
      guard let a = ActorCode(match.1), let b = ActorCode(match.2), names[a] != nil,
        names[b] != nil, let dyad = Dyad(a, b)
      else { return String(match.0) }
      return name(dyad)
    }
    .replacing(/\b([A-Z]{3})>([A-Z]{3})\b/) { match in
      guard let a = ActorCode(match.1), let b = ActorCode(match.2), names[a] != nil,
        names[b] != nil
      else { return String(match.0) }
      return "\(name(a)) to \(name(b))"
    }
    .replacing(/\b[A-Z]{3}(?:[ ,|]+[A-Z]{3})+\b/) { match in
      // A split such as `CHN PRK RUS | JPN KOR USA`, where no comma stands between names.
      let codes = match.0.split { " ,|".contains($0) }
      guard codes.allSatisfy({ ActorCode($0).flatMap { names[$0] } != nil }) else {
        return String(match.0)
      }
      return match.0.split(separator: "|").map { side in
        side.split { " ,".contains($0) }.compactMap { ActorCode($0).map(name) }
          .joined(separator: ", ")
      }.joined(separator: " | ")
    }
    .replacing(/\b[A-Z]{3}\b/) { match in
      guard let name = ActorCode(match.0).flatMap({ names[$0] }) else { return String(match.0) }
      return match.range.lowerBound == text.startIndex ? name : Wording.inSentence(name)
    }
    return Wording.replacingIDs(in: plain) { events[$0] ?? series[$0] }
      .replacing(/(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})/) { match in
        guard let from = Day(match.1), let to = Day(match.2) else { return String(match.0) }
        return Wording.dates(from, to)
      }
      .replacing(/\b\d{4}-\d{2}-\d{2}\b(?!-)/) { match in
        Day(match.0)?.text ?? String(match.0)
      }
  }

  func document(_ id: String) -> BriefReport.DocumentReport? {
    report.documents.first { $0.id == id }
  }

  func has(method: String) -> Bool { methods.contains(method) }
  func has(source: String) -> Bool { sources[source] != nil }
  func sourceTitle(_ id: String) -> String { sources[id] ?? id }

  // MARK: - Evidence

  func number(of evidence: String) -> Int? { numbers[evidence] }

  /// Small numbers that lead to the evidence; ids that lead nowhere are left out.
  func marks(_ ids: [String]) -> Markup {
    var seen: Set<String> = []
    return .group(
      ids.filter { seen.insert($0).inserted }.compactMap { id in
        number(of: id).map { number in
          el(.sup, .class("ev")) {
            el(.a, .link(to: id), .label("evidence \(number)")) { "\(number)" }
          }
        }
      })
  }

  /// Titles of what the evidence rests on, for the line under a figure.
  func sourceLine(_ ids: [String], otherwise: String = "the case file.") -> String {
    var titles: [String] = []
    for id in ids {
      guard let number = number(of: id) else { continue }
      for source in evidence[number - 1].sources where !titles.contains(sourceTitle(source)) {
        titles.append(sourceTitle(source))
      }
    }
    return titles.isEmpty ? otherwise : titles.joined(separator: "; ") + "."
  }

  /// `90%, mean of 26 weeks, bootstrap of 8-week blocks.` from the estimates that are drawn.
  static func intervalLine(_ estimates: [Estimate?]) -> String {
    let known = estimates.compactMap { $0 }
    guard let first = known.first(where: { $0.low != nil }) else {
      return known.contains(where: \.isExact) ? "none: the numbers are exact." : "none given."
    }
    return "\(Int((first.level * 100).rounded()))%, \(first.method)."
  }

  // MARK: - Sides

  func side(of dyad: Dyad) -> Side? { sides.first { $0.dyads.contains(dyad) } }

  /// All dyads in the order of the sides.
  var dyads: [Dyad] { sides.flatMap(\.dyads) }

  private static func sides(of report: BriefReport) -> [Side] {
    var known: [(dyad: Dyad, side: String)] = []
    var seen: Set<Dyad> = []
    for leg in report.legs where seen.insert(leg.dyad).inserted {
      known.append((leg.dyad, leg.side))
    }
    for dating in report.dating where seen.insert(dating.dyad).inserted {
      known.append((dating.dyad, dating.side))
    }
    for curve in report.curves where seen.insert(curve.dyad).inserted {
      known.append((curve.dyad, "other"))
    }
    for cell in report.periods.flatMap(\.cells) where seen.insert(cell.dyad).inserted {
      known.append((cell.dyad, "other"))
    }
    var sides: [Side] = report.groups.map {
      Side(id: $0.id, title: $0.title, isBloc: true, dyads: [])
    }
    sides.append(Side(id: "across", title: "Across the blocs", isBloc: false, dyads: []))
    let hasBlocs = !report.groups.isEmpty
    sides.append(
      Side(id: "other", title: hasBlocs ? "Other pairs" : "All pairs", isBloc: false, dyads: []))
    for (dyad, side) in known {
      let position = sides.firstIndex { $0.id == side } ?? sides.count - 1
      sides[position].dyads.append(dyad)
    }
    return sides.filter { !$0.dyads.isEmpty }
  }
}
