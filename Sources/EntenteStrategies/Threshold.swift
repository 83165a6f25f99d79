import EntenteNumerics
import Foundation

/// A soft step of a rule: where it stands, how sure of that we are, and how steep it is.
///
/// Formula: Φ((x − t)/s), with t drawn from N(value, error²) in every draw. All are Entente's own
/// choices [C]; a case may move them by name.
public enum Threshold: String, CaseIterable, Codable, Sendable {
  case effort, means, growth, launches
  case jointActsRise = "joint-acts-rise"
  case jointActs = "joint-acts"
  case commitment, posture, threat
  case hedgingLow = "hedging-low"
  case hedgingHigh = "hedging-high"
  case meetings
  case partnerEffort = "partner-effort"
  case concessions, dominance, warming
  case support
  case strength
  case jointActsFall = "joint-acts-fall"
  case hostilityChange = "hostility-change"

  /// Value, error of the value, width of the step, and what it is measured in.
  var standing: (value: Double, error: Double, width: Double, unit: String) {
    switch self {
    case .effort: (0.10, 0.03, 0.05, "log points over three years beyond the typical state")
    case .means: (0.15, 0.04, 0.08, "log points over three years beyond the threat's")
    case .growth: (0.20, 0.04, 0.06, "log points of spending over three years")
    case .launches: (0, 0.1, 0.3, "log ratio to the state's own mean")
    case .jointActsRise: (log(1.25), 0.1, 0.3, "log ratio to the state's own mean")
    case .jointActs: (2, 0.5, 1, "joint acts a year")
    case .commitment: (0.35, 0.07, 0.1, "depth of the deepest new tie, 0 to 1")
    case .posture: (0.25, 0.05, 0.1, "depth times allies' capability over the threat's")
    case .threat: (0.5, 0.05, 0.1, "threat, 0 to 1")
    case .hedgingLow: (0.3, 0.03, 0.05, "share of meetings with the first pole")
    case .hedgingHigh: (0.7, 0.03, 0.05, "share of meetings with the first pole")
    case .meetings: (4, 0.7, 1.5, "meetings with both poles")
    case .partnerEffort: (0.10, 0, 0.05, "a partner's effort")
    case .concessions: (1.5, 0.3, 0.6, "concessions to and pacts with the threat")
    case .dominance: (0.75, 0.04, 0.08, "the threat's share of both capabilities")
    case .warming: (0.5, 0.2, 0.5, "rise of affinity over a year")
    case .support: (1.5, 0.3, 0.6, "acts of support to a stronger state at war")
    case .strength: (0.6, 0.05, 0.1, "that state's share of both capabilities")
    case .jointActsFall: (log(2), 0.1, 0.3, "log ratio of two years before to now")
    case .hostilityChange: (-0.02, 0, 0.05, "change of the largest hostility")
    }
  }

  public var defaultValue: Double { standing.value }
  public var unit: String { standing.unit }
}

/// The thresholds of one draw.
struct DrawnThresholds {
  private let values: [Threshold: Double]

  init(_ moved: [Threshold: Double], factor: Double, _ stream: inout RandomStream) {
    var values: [Threshold: Double] = [:]
    for threshold in Threshold.allCases {
      let standing = threshold.standing
      let centre = moved[threshold] ?? standing.value
      values[threshold] = centre * factor + standing.error * stream.normal()
    }
    self.values = values
  }

  /// Φ((x − t)/s).
  func step(_ x: Double, _ threshold: Threshold) -> Double {
    let standing = threshold.standing
    return Moments.normalCDF((x - (values[threshold] ?? standing.value)) / standing.width)
  }
}
