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

  /// How well the rules tell it from other conduct, on 78 state-periods coded from the literature.
  ///
  /// Area under the curve, with its 90% interval by resampling states. The rules were shaped on the
  /// same codings, so these are optimistic.
  public var record: String {
    switch self {
    case .internalBalancing: "AUC .69 (.56-.79)"
    case .externalBalancing: "AUC .80 (.72-.88)"
    case .buckPassing: "AUC .61 (.42-.90), which includes chance"
    case .bandwagoningFear: "AUC .84 (.64-.99)"
    case .bandwagoningProfit: "AUC .79 (.71-.87)"
    case .hedging: "AUC .79 (.68-.88), but .47 among cases since 1990"
    case .distancing: "AUC .87 (.77-.95)"
    case .none: "not scored"
    }
  }

  /// Rules that did not tell the strategy from others on coded history: shown, never decided.
  public var isMeasurable: Bool { self != .hedging && self != .buckPassing }

  /// Constant of the mapping from rule support to probability: log odds of the strategy among the
  /// coded (and famous) cases, a prior that users may change.
  var prior: Double {
    switch self {
    case .internalBalancing: -0.53
    case .externalBalancing: 0.67
    case .buckPassing: -1.38
    case .bandwagoningFear: -2.45
    case .bandwagoningProfit: -1.16
    case .hedging: -0.87
    case .distancing: -2.08
    case .none: -3.18
    }
  }
}
