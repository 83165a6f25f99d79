import EntenteDating
public import EntenteRecord

/// Where an event stands against the breaks of a dyad, leg by leg and against intervals.
public struct TriggerOrder: Sendable, Hashable {
  public enum Place: String, Sendable, Hashable {
    /// The event came before the break's interval began: the response could follow it.
    case before
    /// Inside the interval: the order cannot be told.
    case inside
    /// The interval ended before the event: the response came first.
    case after
    /// The dyad has no lasting break in the claimed direction.
    case noBreak
  }

  public let dyad: Dyad
  public let place: Place
  /// Days from the event to the near end of the interval; positive where the break is later.
  public let gap: Int?

  /// The order of an event and the nearest break in the claimed direction (0: any).
  public init(of event: Event, against dated: DatedDyad, direction: Int) {
    dyad = dated.dyad
    let spans = (dated.analysis?.breaks ?? [])
      .filter { direction == 0 || $0.direction.rawValue == direction }
      .compactMap { dated.interval(of: $0) }
    func distance(_ span: Span) -> Int {
      span.contains(event.day)
        ? 0
        : event.day < span.from ? span.from.days(since: event.day) : span.to.days(since: event.day)
    }
    // A break inside or later saves the order: an earlier one may have been another movement.
    let open = spans.filter { $0.to >= event.day }
    guard
      let told = (open.isEmpty ? spans : open).min(by: { abs(distance($0)) < abs(distance($1)) })
    else {
      place = .noBreak
      gap = nil
      return
    }
    let days = distance(told)
    gap = days
    place = days == 0 ? .inside : days > 0 ? .before : .after
  }

  /// `PRK-RUS: 17 months before the break`.
  public var text: String {
    switch place {
    case .noBreak: "\(dyad): no break"
    case .inside: "\(dyad): inside the break's interval"
    case .before: "\(dyad): \(Phrase.gap(gap ?? 0)) before the break"
    case .after: "\(dyad): \(Phrase.gap(gap ?? 0)) after the break"
    }
  }
}
