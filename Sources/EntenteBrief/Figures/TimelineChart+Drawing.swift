import EntenteRecord

extension TimelineChart {
  // MARK: - What the marks mean

  var key: [(mark: Markup, text: String)] {
    var key: [(Markup, String)] = [
      (
        Drawing.key(width: 34) {
          el(
            .rect, .class("ap"), .set("x", "0"), .set("y", "1"), .set("width", "15"),
            .set("height", "6"))
          el(
            .rect, .class("an"), .set("x", "18"), .set("y", "6"), .set("width", "15"),
            .set("height", "6"))
          el(
            .rect, .class("hatchc"), .set("x", "18"), .set("y", "6"), .set("width", "15"),
            .set("height", "6"))
        }, "level above, below zero"
      ),
      (
        Drawing.key(width: 34) {
          el(.path, .class("wk"), .set("d", "M0 7 5 3 10 9 16 2 22 8 28 4 34 7"))
        }, "each week"
      ),
    ]
    if rows.contains(where: { !$0.breaks.isEmpty }) {
      key.append((triangleKey(isSolid: true), "break, 90% interval"))
      key.append((triangleKey(isSolid: false), "passes, or does not survive correction"))
    }
    if hasDays {
      key.append((swatch("few"), "week with 4 or fewer days"))
      key.append((swatch("hatch"), "no data"))
    }
    if triggers.contains(where: \.mark.isContested) {
      key.append(
        (
          Drawing.key(width: 34) { Drawing.vertical("trigc", x: "17", y1: 0, y2: 12) },
          "contested trigger"
        ))
    }
    return key
  }

  private func swatch(_ style: StaticString) -> Markup {
    Drawing.key(width: 34) {
      el(.rect, .class(style), .set("x", "4"), .set("width", "26"), .set("height", "12"))
    }
  }

  private func triangleKey(isSolid: Bool) -> Markup {
    Drawing.key(width: 34) {
      Drawing.line(isSolid ? "brk" : "brkh", x1: "0", x2: "34", y1: 6, y2: 6)
      Drawing.at(x: "17", y: 6) {
        el(.path, .class(isSolid ? "brkp" : "brkq"), .set("d", Self.up))
      }
    }
  }

  private static let up = "M-5 4.5H5L0-4.5Z"
  private static let down = "M-5-4.5H5L0 4.5Z"

  // MARK: - The plot

  /// Everything but the names of the rows.
  var plot: Markup {
    let first = rows.first?.y ?? top
    let foot = bottom + (hasDays ? 16 : 0)
    return .group([
      grid(first, foot), gaps(from: first), .group(rows.map(row)), afterwards(first),
      days, lines(first), .group(rows.map(breaks)),
    ])
  }

  private func grid(_ first: Double, _ foot: Double) -> Markup {
    .group(
      axis.years.map { year, start, middle in
        .group([
          start.map { Drawing.vertical("ax", x: axis.x($0), y1: first, y2: bottom) } ?? .empty,
          el(
            .svgText, .class("s"), .set("x", axis.x(middle)), .set("y", foot + 18),
            .set("text-anchor", "middle")
          ) {
            el(.tspan, .class("long")) { "\(year)" }
            el(.tspan, .class("only-s")) { "’\(String(year).suffix(2))" }
          },
        ])
      })
  }

  /// Weeks with few days or none, across all rows.
  private func gaps(from first: Double) -> Markup {
    let present = index.report.coverage.daysPresent
    guard hasDays else { return .empty }
    let origin = (index.report.coverage.from ?? axis.start).monday
    func band(_ range: Range<Int>, _ style: StaticString) -> Markup {
      let from = axis.share(origin.adding(days: 7 * range.lowerBound))
      let to = axis.share(origin.adding(days: 7 * range.upperBound))
      return el(
        .rect, .class(style), .set("x", Drawing.percent(from)), .set("y", first),
        .set("width", Drawing.percent(to - from)), .set("height", bottom - first))
    }
    return .group(
      runs(present) { $0 > 0 && $0 <= 4 }.map { band($0, "few") }
        + runs(present) { $0 <= 0 }.map { band($0, "hatch") })
  }

  /// Stretches of weeks that meet a condition.
  private func runs(_ values: [Int], where condition: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (week, value) in values.enumerated() where condition(value) {
      if let last = runs.last, last.upperBound == week {
        runs[runs.count - 1] = last.lowerBound..<(week + 1)
      } else {
        runs.append(week..<(week + 1))
      }
    }
    return runs
  }

  private func row(_ row: Row) -> Markup {
    let middle = row.y + rowHeight / 2
    let half = rowHeight / 2 - 1
    let curve = row.curve
    var parts: [Markup] = []
    for (position, level) in curve.levels.enumerated() {
      // The end of a level is the next one's start: no gap, whichever way ends are counted.
      let next = position + 1 < curve.levels.count ? curve.levels[position + 1].from : nil
      let to = min(curve.values.count, next ?? level.to + 1)
      let from = axis.share(curve.start.adding(days: 7 * level.from))
      let width = axis.share(curve.start.adding(days: 7 * to)) - from
      let size = min(1, abs(level.mean) / limit) * half
      func box(_ style: StaticString) -> Markup {
        el(
          .rect, .class(style), .set("x", Drawing.percent(from)),
          .set("y", level.mean > 0 ? middle - size : middle),
          .set("width", Drawing.percent(max(0, width))), .set("height", size))
      }
      parts.append(box(level.mean > 0 ? "ap" : "an"))
      if level.mean < 0 { parts.append(box("hatchc")) }
    }
    parts.append(
      el(
        .svg, .class("i"), .set("x", "0"), .set("y", row.y + 1), .set("width", "100%"),
        .set("height", 2 * half),
        .set("viewBox", "0 0 \(Drawing.number(axis.days / 7)) 400"),
        .set("preserveAspectRatio", "none")
      ) { el(.path, .class("wk"), .set("d", path(curve))) })
    parts.append(
      Drawing.line("zero", x1: "0", x2: axis.x(axis.seriesEnd), y1: middle, y2: middle))
    return .group(parts)
  }

  /// Weeks across, 0 to 400 down; a new stroke after every week without data.
  private func path(_ curve: BriefReport.Curve) -> String {
    let offset = Double(curve.start.days(since: axis.start)) / 7 + 0.5
    var path = ""
    var previous: Int?
    for (week, value) in curve.values.enumerated() {
      guard let value, value.isFinite else {
        previous = nil
        continue
      }
      let y = Int((200 - min(2, max(-2, value / limit)) * 200).rounded())
      if let last = previous {
        path += "l1 \(y - last)"
      } else {
        path += "M\(Drawing.number(offset + Double(week))) \(y)"
        let isAlone = week + 1 >= curve.values.count || curve.values[week + 1]?.isFinite != true
        // A week between two missing ones is drawn as a dot.
        if isAlone { path += "h.01" }
      }
      previous = y
    }
    return path
  }

  private func afterwards(_ first: Double) -> Markup {
    guard axis.end > axis.seriesEnd else { return .empty }
    let from = axis.share(axis.seriesEnd)
    return .group([
      el(
        .rect, .class("hatch"), .set("x", Drawing.percent(from)), .set("y", first),
        .set("width", Drawing.percent(1 - from)), .set("height", bottom - first)),
      Drawing.text(
        "no series", x: "100%", y: first + 14, anchor: "end", "s sm halo long"),
    ])
  }

  private var days: Markup {
    guard hasDays else { return .empty }
    let origin = (index.report.coverage.from ?? axis.start).monday
    let offset = Double(origin.days(since: axis.start)) / 7
    var path = ""
    for (week, count) in index.report.coverage.daysPresent.enumerated() where count > 0 {
      path += "M\(Drawing.number(offset + Double(week))) 7v-\(min(7, count))h1v\(min(7, count))Z"
    }
    return el(
      .svg, .class("i"), .set("x", "0"), .set("y", bottom + 4), .set("width", "100%"),
      .set("height", "12"), .set("viewBox", "0 0 \(Drawing.number(axis.days / 7)) 7"),
      .set("preserveAspectRatio", "none")
    ) { el(.path, .class("days"), .set("d", path)) }
  }

  private func lines(_ first: Double) -> Markup {
    .group(
      triggers.map { trigger in
        let x = axis.x(trigger.mark.day)
        let y = 12 + 17 * Double(trigger.line)
        let text = DisplayWidth.cut(triggerText(trigger.mark), to: 82, ending: "…")
        return .group([
          Drawing.vertical(
            trigger.mark.isContested ? "trigc" : "trig", x: x, y1: y + 4, y2: bottom),
          el(
            .svgText, .class("halo"), .set("x", x), .set("y", y),
            .set("text-anchor", trigger.isLeft ? "end" : "start"),
            .set("dx", trigger.isLeft ? 4 : -4)
          ) {
            if trigger.isLeft && isLabelled {
              el(.tspan, .class("long s")) { text + " " }
            }
            el(.tspan, .class("b")) { trigger.letter }
            if !trigger.isLeft && isLabelled {
              el(.tspan, .class("long s")) { " " + text }
            }
          },
        ])
      })
  }

  private func breaks(_ row: Row) -> Markup {
    .group(
      row.breaks.map { change in
        let isUp = change.direction > 0
        let y = isUp ? row.y + 8 : row.y + rowHeight - 8
        let isSolid = row.survives && change.isLasting
        let (from, to) = (axis.x(change.from), axis.x(change.to))
        return .group([
          Drawing.line("under", x1: from, x2: to, y1: y, y2: y),
          Drawing.line(isSolid ? "brk" : "brkh", x1: from, x2: to, y1: y, y2: y),
          Drawing.at(x: axis.x(change.week), y: y) {
            el(.path, .class("under"), .set("d", isUp ? Self.up : Self.down))
            el(
              .path, .class(isSolid ? "brkp" : "brkq"), .set("d", isUp ? Self.up : Self.down))
          },
        ])
      })
  }

  // MARK: - In the page, and alone

  private var description: String {
    let broken = rows.filter { $0.survives && $0.breaks.contains(where: \.isLasting) }
    let found =
      broken.isEmpty
      ? "No pair has a lasting break that survives correction."
      : "Pairs with a lasting break that survives correction: "
        + Wording.list(broken.map { index.name($0.dyad) }) + "."
    return found + " The series ends on \(axis.seriesEnd.adding(days: -1).text)."
      + " A table of breaks follows."
  }

  var page: Markup {
    .group([
      el(.div, .class("tl")) {
        el(
          .svg, .class("fl plot"), .set("height", height), .set("role", "img"),
          .set("aria-labelledby", "tl-title tl-desc")
        ) {
          el(.title, .id("tl-title")) { "Weekly affinity of \(Wording.count(rows.count, "pair"))" }
          el(.desc, .id("tl-desc")) { description }
          plot
          if let first = rows.first { scaleLabels(first) }
        }
        for head in heads {
          el(.div, .class("lb g"), .set("style", "top:\(Drawing.number(head.y))px")) { head.title }
        }
        for row in rows {
          el(
            .div, .class("lb"),
            .set("style", "--y:\(Drawing.number(row.y))px;--h:\(Drawing.number(rowHeight))px")
          ) { index.name(row.dyad) }
        }
      },
      triggerList,
    ])
  }

  private func scaleLabels(_ row: Row) -> Markup {
    let digits = limit >= 1 ? 1 : 2
    func label(_ text: String, _ y: Double) -> Markup {
      Drawing.text(text, x: "0", y: y, anchor: "end", "s xs long", dx: -5)
    }
    return .group([
      label("+\(Wording.fixed(limit, digits))", row.y + 9),
      label("0", row.y + rowHeight / 2 + 3),
      label("−\(Wording.fixed(limit, digits))", row.y + rowHeight - 2),
    ])
  }

  private var triggerList: Markup {
    guard !triggers.isEmpty || !outside.isEmpty else { return .empty }
    return .group([
      el(.ol, .class(isLabelled ? "tk only-s" : "tk")) {
        for trigger in triggers {
          el(.li) {
            el(.b) { trigger.letter }
            " " + triggerText(trigger.mark)
          }
        }
      },
      outside.isEmpty
        ? .empty
        : el(.p, .class("src")) {
          "Claimed triggers outside the series, not drawn: "
            + outside.map(triggerText).joined(separator: "; ") + "."
        },
    ])
  }

  var plate: FigureDraft.Plate {
    let left = 190.0
    return FigureDraft.Plate(
      height: height,
      content: .group([
        el(
          .svg, .set("x", left), .set("y", "0"), .set("width", FigureDraft.Plate.width - left),
          .set("height", height), .class("o")
        ) {
          plot
          if let first = rows.first { scaleLabels(first) }
        },
        .group(heads.map { Drawing.text($0.title, x: "0", y: $0.y + 14, "b") }),
        .group(
          rows.map { Drawing.text(index.name($0.dyad), x: "0", y: $0.y + rowHeight / 2 + 4) }),
      ]))
  }
}
