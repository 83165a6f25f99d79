import EntenteRecord

/// Small multiples over time: where everything stands, in percent across and pixels down, so that
/// one drawing serves phone, screen, paper and file.
struct TimelineChart {
  let index: BriefIndex
  let axis: TimeAxis
  /// Half the height of a row stands for this much affinity.
  let limit: Double
  let triggers: [Trigger]
  /// Triggers that the axis does not reach.
  let outside: [BriefReport.EventMark]
  let rows: [Row]
  let heads: [(title: String, y: Double)]
  let top: Double
  let bottom: Double
  let rowHeight: Double

  struct Row {
    var dyad: Dyad
    var curve: BriefReport.Curve
    var breaks: [BriefReport.BreakReport]
    var survives: Bool
    var y: Double
  }

  struct Trigger {
    var letter: String
    var mark: BriefReport.EventMark
    /// Line of the label, from the top.
    var line: Int
    /// The label stands left of its line.
    var isLeft: Bool
  }

  init(index: BriefIndex, curves: [BriefReport.Curve]) {
    self.index = index
    let marks = index.report.marks.filter(\.isTrigger).sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    axis = TimeAxis(curves: curves, marks: marks)
    limit = TimelineChart.limit(curves)
    let axis = axis
    triggers = TimelineChart.place(marks.filter { axis.reaches($0.day) }, axis)
    outside = marks.filter { !axis.reaches($0.day) }
    let byDyad = Dictionary(curves.map { ($0.dyad, $0) }, uniquingKeysWith: { first, _ in first })
    let dating = Dictionary(
      index.report.dating.map { ($0.dyad, $0) }, uniquingKeysWith: { first, _ in first })
    rowHeight = curves.count > 21 ? 40 : 54
    top = triggers.isEmpty ? 8 : 20 + 17 * Double((triggers.map(\.line).max() ?? 0) + 1)
    var y = top
    var rows: [Row] = []
    var heads: [(String, Double)] = []
    for side in index.sides {
      let shown = side.dyads.filter { byDyad[$0] != nil }
      guard !shown.isEmpty else { continue }
      heads.append((side.title, y + 4))
      y += 30
      for dyad in shown {
        guard let curve = byDyad[dyad] else { continue }
        rows.append(
          Row(
            dyad: dyad, curve: curve, breaks: dating[dyad]?.breaks ?? [],
            survives: dating[dyad]?.survives ?? false, y: y))
        y += rowHeight
      }
      y += 8
    }
    self.rows = rows
    self.heads = heads
    bottom = y
  }

  var hasDays: Bool { !index.report.coverage.daysPresent.isEmpty }
  /// The first line of the drawing below the labels of triggers.
  var height: Double { bottom + (hasDays ? 18 : 0) + 26 }

  /// A round number that 93 weeks in a hundred, and every level, stay under.
  private static func limit(_ curves: [BriefReport.Curve]) -> Double {
    let sizes = curves.flatMap(\.values).compactMap { $0 }.filter(\.isFinite).map(abs).sorted()
    let levels = curves.flatMap(\.levels).map { abs($0.mean) }.filter(\.isFinite)
    guard !sizes.isEmpty else { return 1 }
    let wanted = max(sizes[min(sizes.count - 1, sizes.count * 93 / 100)], levels.max() ?? 0, 1e-6)
    var power = 1.0
    while power > wanted { power /= 10 }
    while power * 10 <= wanted { power *= 10 }
    return [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map { $0 * power }.first { $0 >= wanted }
      ?? wanted
  }

  /// Labels so that none crosses another's line: early ones to the right with the earliest on top,
  /// later ones to the left with the latest on top.
  private static func place(_ marks: [BriefReport.EventMark], _ axis: TimeAxis) -> [Trigger] {
    let right = marks.indices.filter { axis.share(marks[$0].day) < 0.4 }
    let left = marks.indices.filter { axis.share(marks[$0].day) >= 0.4 }
    let order = right + left.reversed()
    let isCrowded = marks.count > 14
    return marks.indices.map { position in
      let line = order.firstIndex(of: position) ?? 0
      return Trigger(
        letter: letter(position), mark: marks[position], line: isCrowded ? line % 3 : line,
        isLeft: !right.contains(position))
    }
  }

  private static func letter(_ position: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let round = position / letters.count
    return String(letters[position % letters.count]) + (round > 0 ? "\(round + 1)" : "")
  }

  /// Labels are written out beside the lines if there is room.
  var isLabelled: Bool { triggers.count <= 14 }

  func triggerText(_ mark: BriefReport.EventMark) -> String {
    let rivals = index.report.attribution.flatMap(\.weights)
    // A rival's label is the short name of its event.
    let name = rivals.first { $0.id == mark.id }?.label ?? mark.text
    return "\(name), \(mark.day.text)\(mark.isContested ? " (contested)" : "")"
  }
}

/// Days to shares of the width.
struct TimeAxis {
  let start: Day
  /// End of the last week measured.
  let seriesEnd: Day
  let end: Day

  init(curves: [BriefReport.Curve], marks: [BriefReport.EventMark]) {
    let start = curves.map(\.start).min() ?? Day(number: 0)
    let last = curves.map { $0.start.adding(days: 7 * $0.values.count) }.max() ?? start
    let span = max(7, last.days(since: start))
    self.start = start
    seriesEnd = start.adding(days: span)
    // A claimed trigger soon after the series is still shown, over hatching.
    let reach = start.adding(days: span + span / 8)
    let late = marks.map(\.day).filter { $0 > last && $0 < reach }.max()
    end = late.map { $0.adding(days: span / 40) } ?? last
  }

  init(start: Day, end: Day) {
    self.start = start
    seriesEnd = end
    self.end = end
  }

  var days: Double { Double(max(1, end.days(since: start))) }

  func reaches(_ day: Day) -> Bool { day >= start && day <= end }

  func share(_ day: Day) -> Double {
    min(1, max(0, Double(day.days(since: start)) / days))
  }

  func x(_ day: Day) -> String { Drawing.percent(share(day)) }

  /// First days of the years inside, with the middle of what is shown of each year.
  var years: [(year: Int, first: Day?, middle: Day)] {
    (start.civil.year...max(start.civil.year, end.civil.year)).compactMap { year in
      guard let first = Day(year: year, month: 1, day: 1),
        let next = Day(year: year + 1, month: 1, day: 1)
      else { return nil }
      let from = max(first, start)
      let to = min(next, end)
      let length = to.days(since: from)
      guard length > 75 else { return nil }
      return (year, first >= start ? first : nil, from.adding(days: length / 2))
    }
  }
}
