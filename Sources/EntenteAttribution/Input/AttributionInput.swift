/// The question which of the dated candidates moved these series.
///
/// Weeks are indices into the window, counted from 0. Nothing here knows a calendar or a case.
public struct AttributionInput: Sendable {
  /// Days with data in each week of the window, 0...7; their number is the length of the window.
  public var days: [Int]
  /// The dyads that the claim says were moved, all of them by the same cause.
  public var responses: [Response]
  public var candidates: [Candidate]
  /// A shock that struck many dyads at once, as a rival to the candidates.
  public var shock: Candidate?

  public init(
    days: [Int], responses: [Response], candidates: [Candidate], shock: Candidate? = nil
  ) {
    self.days = days
    self.responses = responses
    self.candidates = candidates
    self.shock = shock
  }

  /// One dyad's weekly affinity.
  public struct Response: Sendable {
    public var id: String
    /// Signed square root of the share of world volume, actor effects removed; one value per week.
    public var values: [Double]
    /// Where the claim says that affinity went; nil if it does not say.
    public var direction: Direction?
    /// The same series of 20 to 30 dyads that share no state with this one; may be empty.
    public var controls: [[Double]]

    public init(
      id: String, values: [Double], direction: Direction? = nil, controls: [[Double]] = []
    ) {
      self.id = id
      self.values = values
      self.direction = direction
      self.controls = controls
    }
  }

  public enum Direction: String, Sendable, Codable, CaseIterable {
    case up, down

    var sign: Double { self == .up ? 1 : -1 }
  }

  /// An event that may have caused the response.
  public struct Candidate: Sendable, Codable, Hashable {
    public var id: String
    /// The week that holds its date.
    public var week: Int

    public init(id: String, week: Int) {
      self.id = id
      self.week = week
    }
  }
}
