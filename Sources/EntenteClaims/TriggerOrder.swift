import EntenteDating
public import EntenteRecord
public import EntenteTriggers

/// Where an event stands against the breaks of a dyad, leg by leg and against intervals.
public struct TriggerOrder: Sendable, Hashable {
  public let dyad: Dyad
  public let order: EventOrder
  public var place: EventOrder.Place { order.place }
  public var gap: Int? { order.gap }

  /// The order of an event and the nearest break in the claimed direction (0: any).
  public init(of event: Event, against dated: DatedDyad, direction: Int) {
    dyad = dated.dyad
    order = EventOrder(
      of: event.day,
      against: (dated.analysis?.breaks ?? [])
        .filter { direction == 0 || $0.direction.rawValue == direction }
        .compactMap { dated.interval(of: $0) })
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
