/// What a state does about its security, in the terms of the literature.
///
/// A state may do several at once: each has a probability of its own, and they do not sum to one.
public enum Strategy: String, CaseIterable, Codable, Sendable {
  case internalBalancing = "internal-balancing"
  case externalBalancing = "external-balancing"
  case buckPassing = "buck-passing"
  case bandwagoningFear = "bandwagoning-fear"
  case bandwagoningProfit = "bandwagoning-profit"
  case hedging
  case distancing
  case none

  /// `internal balancing`.
  public var title: String {
    switch self {
    case .bandwagoningFear: "bandwagoning by fear"
    case .bandwagoningProfit: "bandwagoning for profit"
    default: rawValue.split(separator: "-").joined(separator: " ")
    }
  }

  /// What it is, with its source.
  public var definition: String {
    switch self {
    case .internalBalancing: "mobilising own means against a threat (Waltz 1979)"
    case .externalBalancing: "adding allies' means against a threat (Waltz 1979)"
    case .buckPassing: "leaving the cost of resisting to others (Christensen and Snyder 1990)"
    case .bandwagoningFear: "aligning with the threat out of fear (Walt 1987)"
    case .bandwagoningProfit: "aligning with the stronger for gain (Schweller 1994)"
    case .hedging: "keeping to two poles at once under uncertainty (Kuik 2008)"
    case .distancing: "staying clear of allies' quarrels (Schweller 1998)"
    case .none: "no threat that asks for an answer, and none given"
    }
  }

  /// How well the rules tell it from other conduct, on state-periods coded from the literature.
  ///
  /// Area under the curve, with its 90% interval by resampling states; none for a strategy with fewer
  /// coded periods than say anything of a rule.
  public var record: String {
    let calibration = SupportCalibration.coded
    guard let line = calibration.lines[self], line.curve != nil else {
      return "not measured on coded history"
    }
    guard let area = line.area, line.coded >= SupportCalibration.fewest else {
      return "\(line.coded) of \(calibration.periods) coded periods, too few to score"
    }
    func text(_ x: Double) -> String {
      let hundredths = Int((100 * x).rounded())
      return hundredths >= 100 ? "1.00" : hundredths < 10 ? ".0\(hundredths)" : ".\(hundredths)"
    }
    let figures = "AUC \(text(area.value)) (\(text(area.low))-\(text(area.high)))"
    return figures + (area.low <= 0.5 ? ", which includes chance" : "")
  }

  /// Rules of which coded history cannot say that they tell the strategy from others: shown, never
  /// decided.
  public var isMeasurable: Bool { self != .hedging && self != .buckPassing }
}
