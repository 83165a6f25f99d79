public import EntenteAttribution
public import EntenteNumerics
public import EntenteRecord

/// Candidate causes against responses: order, effect, placebos, rivals, power, and what nobody listed.
///
/// A value that can be written as JSON (`docs/triggers.schema.json`) and laid out as a page.
public struct TriggerLedger: Sendable, Codable {
  public typealias DatedEvent = TriggerQuestion.DatedEvent

  public var schema: String
  public var title: String
  /// First and last day of the weeks that are compared.
  public var from: Day
  public var through: Day
  public var weeks: [Day]
  /// Weeks between them that lack data.
  public var missingWeeks: Int
  public var responses: [Response]
  /// One for each candidate and response, candidates in order of date.
  public var entries: [Entry]
  /// All responses moved by the same cause; nil where these cannot be weighed together.
  public var joint: Weighing?
  /// Each response alone.
  public var alone: [Weighing]
  public var cascade: EventCascade?
  public var notes: [String]
  public var seed: UInt64
  public var draws: Int

  /// A series, and what dating found in it.
  public struct Response: Sendable, Codable {
    public var id: String
    public var title: String
    /// `up`, `down` or `any`.
    public var direction: String
    /// By week, in SD of its weekly noise, common movement and outliers taken out.
    public var values: [Double]
    /// What one SD is in the units of the series.
    public var unit: Double?
    public var controls: Int
    public var breaks: [DatedBreak]
    /// Of no break at all.
    public var pValue: Double?
    /// Why it was not dated.
    public var problem: String?
  }

  public struct DatedBreak: Sendable, Codable {
    /// First day of the new level, and the 90% interval for it.
    public var day: Day
    public var from: Day
    public var to: Day
    public var direction: String
    /// In the units of the series.
    public var size: Estimate
  }

  /// One candidate against one response.
  public struct Entry: Sendable, Codable {
    /// Every candidate of the week.
    public var candidates: [DatedEvent]
    public var response: String
    public var week: Day
    public var order: EventOrder
    public var effect: CandidateEffect
    public var path: CounterfactualPath
    public var synthetic: SyntheticControl?
    /// Names of the synthetic control's donors, in its order.
    public var donors: [String]
  }

  /// The rivals' weights for one response or several.
  public struct Weighing: Sendable, Codable {
    public var responses: [String]
    /// Candidates, `accumulation`, `shock`, `none`, with weights that sum to one; empty where the
    /// question lies outside what the weights were fitted for.
    public var rivals: [Rival]
    /// Of `none`: an unlisted week near a candidate, one anywhere, nothing at all.
    public var noneParts: AttributionResult.NoneParts
    /// Whether an answer is given, and which or why not.
    public var isDecided: Bool
    public var decision: String
    /// How often a true trigger of some size is named.
    public var power: [RivalConstants.NamingRate]
    public var priors: ClassPriors
    public var unlisted: [UnlistedWeek]
    public var untestable: [Untestable]
  }

  public struct Rival: Sendable, Codable {
    public var id: String
    public var label: String
    public var day: Day?
    public var weight: Estimate
    /// Rank of the candidate week's evidence among all weeks.
    public var placeboRank: Double?
    public var logBayesFactor: Double?
  }

  /// A telling week that nobody listed, and what is on record around it.
  public struct UnlistedWeek: Sendable, Codable {
    public var week: Day
    public var logBayesFactor: Double
    public var isNearCandidate: Bool
    public var events: [DatedEvent]
  }

  public struct Untestable: Sendable, Codable {
    public var event: DatedEvent
    public var reason: String
  }
}
