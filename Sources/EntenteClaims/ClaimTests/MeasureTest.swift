import EntenteHistory
import EntenteNumerics
import EntenteRecord

/// `measure`: the level, change or trend of a quantity.
///
/// Decided where the whole 90% interval lies on one side. A number without sampling error decides by
/// itself; a number that has error but no interval decides nothing.
public struct MeasureTest: ClaimTest {
  public static let name = "measure"

  private enum Question: Sendable {
    case level(Span, isAbove: Bool, value: Double)
    case change(before: Span, after: Span, Direction)
    case trend(Span, isRising: Bool)
  }

  private enum Direction: Sendable { case rise, fall, same }

  private let quantity: Quantity?
  private let question: Question

  public init(_ reader: ParameterReader) {
    var quantity = reader.quantity(
      reader.required("measure", "a measure's name, or {series: ID, of: SUBJECT}"), "measure")
    if case .measure(let name, _) = quantity {
      var subject: Subject?
      if let node = reader.optional("of") {
        subject = node.text.flatMap { Subject($0) }
        if subject == nil {
          reader.fault(
            node, "of", expected: "KOR, CHN-PRK or CHN>PRK", found: Fault.quoted(node.text ?? ""))
        }
      }
      let names = BuiltInMeasures.names
      if !names.contains(name) {
        reader.fault(
          reader.optional("measure"), "measure",
          expected: "one of " + names.joined(separator: ", ") + ", or {series: ID, of: SUBJECT}",
          found: Fault.quoted(name),
          hint: NearSpelling.of(name, among: names).map { "did you mean \($0)?" })
      }
      quantity = .measure(name, subject)
    }
    self.quantity = quantity
    if reader.optional("before") != nil || reader.optional("after") != nil {
      let direction = reader.choice("expect", ["rise", "fall", "same"])
      question = .change(
        before: reader.requiredSpan("before"), after: reader.requiredSpan("after"),
        direction == "rise" ? .rise : direction == "fall" ? .fall : .same)
    } else {
      let span = reader.requiredSpan("period")
      let kind = reader.choice("expect", ["above", "below", "rising", "falling"])
      question =
        kind == "rising" || kind == "falling"
        ? .trend(span, isRising: kind == "rising")
        : .level(span, isAbove: kind == "above", value: reader.number("value"))
    }
  }

  public func choices(in analysis: CaseAnalysis) -> [ChoiceDimension] {
    switch quantity {
    case .affinity(let dyad): [.blockLength, analysis.baselineChoice(for: [dyad])]
    case .measure(let name, _) where BuiltInMeasures.isSampled(name): [.blockLength]
    default: []
    }
  }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    guard let quantity else { return .unusable(id, Self.name) }
    return Certainty.marked(
      found(quantity, id, under: settings, in: analysis),
      Certainty(of: quantity, in: spans, of: analysis.subject))
  }

  private var spans: [Span] {
    switch question {
    case .level(let span, _, _), .trend(let span, _): [span]
    case .change(let before, let after, _): [before, after]
    }
  }

  private func found(
    _ quantity: Quantity, _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    do {
      switch question {
      case .level(let span, let isAbove, let value):
        let level = try level(of: quantity, in: span, under: settings, analysis)
        return judgeLevel(id, quantity, level, span, isAbove: isAbove, value: value, analysis)
      case .change(let before, let after, let direction):
        let change = try change(of: quantity, before, after, under: settings, analysis)
        return judgeChange(id, quantity, change, before, after, direction, settings, analysis)
      case .trend(let span, let isRising):
        let (history, subject) = try analysis.history(of: quantity, under: settings)
        let trend = try history.trend(
          of: subject, in: span, options: analysis.estimateOptions(for: quantity, under: settings))
        let text =
          "\(quantity.label(in: analysis.subject).capitalizedFirst) changes by \(Phrase.estimate(trend, signed: true)) a year over \(span)."
        return judged(
          id, Side(of: trend, from: 0), wanted: isRising ? .above : .below, text: text,
          evidence: [line(id, "trend", text, trend, quantity, analysis)],
          flip: "a slope on the other side of zero")
      }
    } catch {
      return .noData(id, Self.name, error.message)
    }
  }

  // MARK: - Numbers

  private func level(
    of quantity: Quantity, in span: Span, under settings: Settings, _ analysis: CaseAnalysis
  ) throws(HistoryError) -> Estimate {
    if case .measure(let name, let subject) = quantity {
      return try BuiltInMeasures.value(name, of: subject, in: span, under: settings, analysis)
    }
    let (history, subject) = try analysis.history(of: quantity, under: settings)
    let level = try history.level(
      of: subject, in: span, options: analysis.estimateOptions(for: quantity, under: settings))
    return Self.exact(level.estimate, quantity)
  }

  private struct Moved {
    let difference: Estimate
    let before: Estimate
    let after: Estimate
  }

  private func change(
    of quantity: Quantity, _ before: Span, _ after: Span, under settings: Settings,
    _ analysis: CaseAnalysis
  ) throws(HistoryError) -> Moved {
    if case .measure = quantity {
      let first = try level(of: quantity, in: before, under: settings, analysis)
      let second = try level(of: quantity, in: after, under: settings, analysis)
      return Moved(
        difference: first.isExact && second.isExact
          ? Estimate(
            value: second.value - first.value, n: first.n + second.n,
            method: "difference of two exact numbers", isExact: true)
          : second.less(first), before: first, after: second)
    }
    let (history, subject) = try analysis.history(of: quantity, under: settings)
    let change = try history.change(
      of: subject, before: before, after: after,
      options: analysis.estimateOptions(for: quantity, under: settings))
    return Moved(
      difference: Self.exact(change.difference, quantity),
      before: Self.exact(change.before.estimate, quantity),
      after: Self.exact(change.after.estimate, quantity))
  }

  /// Yearly attributes are facts about those years and no sample of others: exact as reported.
  private static func exact(_ estimate: Estimate, _ quantity: Quantity) -> Estimate {
    guard case .attribute = quantity, estimate.low == nil else { return estimate }
    return Estimate(
      value: estimate.value, n: estimate.n, method: estimate.method + "; exact as reported",
      isExact: true)
  }

  // MARK: - Verdicts

  private func judgeLevel(
    _ id: String, _ quantity: Quantity, _ level: Estimate, _ span: Span, isAbove: Bool,
    value: Double, _ analysis: CaseAnalysis
  ) -> TestOutcome {
    let text =
      "\(quantity.label(in: analysis.subject).capitalizedFirst) is \(Phrase.estimate(level)) over \(span), against \(Phrase.number(value))."
    return judged(
      id, Side(of: level, from: value), wanted: isAbove ? .above : .below, text: text,
      evidence: [line(id, "level", text, level, quantity, analysis)],
      flip: "a level on the other side of \(Phrase.number(value))")
  }

  private func judgeChange(
    _ id: String, _ quantity: Quantity, _ moved: Moved, _ before: Span, _ after: Span,
    _ direction: Direction, _ settings: Settings, _ analysis: CaseAnalysis
  ) -> TestOutcome {
    let text =
      "\(quantity.label(in: analysis.subject).capitalizedFirst) moved by \(Phrase.estimate(moved.difference, signed: true)), from \(Phrase.number(moved.before.value)) over \(before) to \(Phrase.number(moved.after.value)) over \(after)."
    var evidence = [
      line(id, "change", text, moved.difference, quantity, analysis),
      line(
        id, "before", "Level before: \(Phrase.estimate(moved.before)).", moved.before, quantity,
        analysis),
      line(
        id, "after", "Level after: \(Phrase.estimate(moved.after)).", moved.after, quantity,
        analysis),
    ]
    if case .affinity(let dyad) = quantity {
      evidence += rawReadings(id, dyad, before, after, settings, analysis)
    }
    let side = Side(of: moved.difference, from: 0)
    guard direction == .same else {
      return judged(
        id, side, wanted: direction == .rise ? .above : .below, text: text, evidence: evidence,
        flip: "a change on the other side of zero")
    }
    let margin = 0.1 * abs(moved.before.value)
    let low = moved.difference.isExact ? moved.difference.value : moved.difference.low
    let high = moved.difference.isExact ? moved.difference.value : moved.difference.high
    let verdict: Verdict
    if let low, let high, low > -margin, high < margin {
      verdict = .supported
    } else if side != .unknown {
      verdict = .contradicted
    } else {
      verdict = .cannotTell
    }
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict, finding: text,
      reason: verdict == .cannotTell ? "the interval is wider than a tenth of the level" : nil,
      evidence: evidence, assumptions: ["the same means within a tenth of the level before"],
      wouldFlip: "a change of more than \(Phrase.number(margin))")
  }

  private func judged(
    _ id: String, _ side: Side, wanted: Side, text: String, evidence: [Evidence], flip: String
  ) -> TestOutcome {
    let verdict: Verdict =
      side == .unknown ? .cannotTell : side == wanted ? .supported : .contradicted
    return TestOutcome(
      id: id, test: Self.name, verdict: verdict, finding: text,
      reason: verdict == .cannotTell
        ? "the interval holds the value, or there is none to go by" : nil,
      evidence: evidence, wouldFlip: flip)
  }

  /// Actor effects left in, and plain sums: shown beside, never counted.
  private func rawReadings(
    _ id: String, _ dyad: Dyad, _ before: Span, _ after: Span, _ settings: Settings,
    _ analysis: CaseAnalysis
  ) -> [Evidence] {
    guard let sums = analysis.panel?.sums(of: dyad),
      let change = try? SeriesHistory(sums).change(
        of: .pair(dyad), before: before, after: after,
        options: analysis.estimateOptions(for: .affinity(dyad), under: settings))
    else { return [] }
    return [
      Evidence(
        id: "\(id).raw",
        text:
          "The plain weekly sum moved by \(Phrase.estimate(change.difference, signed: true)); not counted, for it mixes volume with warmth.",
        estimate: change.difference, method: "affinity",
        sources: analysis.sources(of: .affinity(dyad)),
        sample: Phrase.count(change.difference.n, "period"))
    ]
  }

  private func line(
    _ id: String, _ suffix: String, _ text: String, _ estimate: Estimate, _ quantity: Quantity,
    _ analysis: CaseAnalysis
  ) -> Evidence {
    let isAffinity = if case .affinity = quantity { true } else { false }
    return Evidence(
      id: "\(id).\(suffix)", text: text, estimate: estimate,
      method: isAffinity ? "affinity" : "measure", sources: analysis.sources(of: quantity),
      sample: Phrase.count(estimate.n, "period"))
  }
}

extension String {
  /// The first letter in upper case, the rest as it is.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
