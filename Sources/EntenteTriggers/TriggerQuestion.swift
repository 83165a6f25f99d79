public import EntenteAttribution
public import EntenteRecord

/// Which of some dated events moved one series or several, on a calendar of weeks.
public struct TriggerQuestion: Sendable {
  /// An event, for candidates and for what else is on record.
  public struct DatedEvent: Sendable, Codable, Hashable {
    public var id: String
    public var title: String
    public var day: Day

    public init(id: String, title: String, day: Day) {
      self.id = id
      self.title = title
      self.day = day
    }
  }

  /// A series that the events may have moved.
  public struct Response: Sendable {
    public var id: String
    public var title: String
    /// One value a week, tamed; all responses cover the same weeks.
    public var values: [Double]
    /// The untamed values, for the most extreme week; nil if there are none.
    public var raw: [Double]?
    /// Where the series is said to have gone: +1, −1, or 0 if it is not said.
    public var direction: Int
    public var controls: [Control]

    public init(
      id: String, title: String, values: [Double], raw: [Double]? = nil, direction: Int = 0,
      controls: [Control] = []
    ) {
      self.id = id
      self.title = title
      self.values = values
      self.raw = raw
      self.direction = direction
      self.controls = controls
    }
  }

  /// An unrelated series over the same weeks.
  public struct Control: Sendable {
    public var id: String
    public var values: [Double]

    public init(id: String, values: [Double]) {
      self.id = id
      self.values = values
    }
  }

  public var title: String
  /// Mondays, ascending; weeks without data are not among them.
  public var weeks: [Day]
  /// Days with data in each week, 1...7.
  public var days: [Int]
  public var responses: [Response]
  public var candidates: [DatedEvent]
  public var shock: DatedEvent?
  /// Everything else that is known to have happened.
  public var record: [DatedEvent]

  public init(
    title: String, weeks: [Day], days: [Int], responses: [Response], candidates: [DatedEvent],
    shock: DatedEvent? = nil, record: [DatedEvent] = []
  ) {
    precondition(weeks.count == days.count, "each week has its days")
    self.title = title
    self.weeks = weeks
    self.days = days
    self.responses = responses
    // A shock that is also a candidate competes once, as the shock.
    self.candidates = candidates.filter { $0.id != shock?.id }
    self.shock = shock
    self.record = record
  }

  /// Fewest weeks about which anything is said.
  public static let leastWeeks = 60

  /// The question on some of its weeks, by index in order.
  public func keeping(_ places: [Int]) -> TriggerQuestion {
    var kept = self
    kept.weeks = places.map { weeks[$0] }
    kept.days = places.map { days[$0] }
    kept.responses = responses.map { response in
      var part = response
      part.values = places.map { response.values[$0] }
      part.raw = response.raw.map { raw in places.map { raw[$0] } }
      part.controls = response.controls.map { control in
        Control(id: control.id, values: places.map { control.values[$0] })
      }
      return part
    }
    return kept
  }

  /// Index of the week that holds a day, or of the next one with data.
  ///
  /// Outside the window the index lies outside too, and the methods say untestable.
  public func index(of day: Day) -> Int {
    guard let first = weeks.first else { return -1 }
    let monday = day.monday
    guard monday >= first else { return monday.days(since: first) / 7 }
    return weeks.firstIndex { $0 >= monday } ?? weeks.count + monday.days(since: first) / 7
  }

  /// The day on which the week of an index begins; after the last week the next Monday.
  public func day(_ index: Int) -> Day? {
    weeks.indices.contains(index) ? weeks[index] : weeks.last?.adding(days: 7)
  }

  /// Some of the responses, as the methods take them.
  public func input(for responses: [Response]) -> AttributionInput {
    func candidate(_ event: DatedEvent) -> AttributionInput.Candidate {
      AttributionInput.Candidate(id: event.id, week: index(of: event.day))
    }
    return AttributionInput(
      days: days, responses: responses.map(\.input), candidates: candidates.map(candidate),
      shock: shock.map(candidate))
  }
}

extension TriggerQuestion.Response {
  /// As the methods take it.
  public var input: AttributionInput.Response {
    AttributionInput.Response(
      id: id, values: values, direction: direction == 0 ? nil : direction > 0 ? .up : .down,
      controls: controls.map(\.values))
  }
}
