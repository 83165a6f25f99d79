import EntenteDating
public import EntenteRecord
public import EntenteTriggers

/// Where an event stands against the breaks of a dyad, leg by leg and against intervals.
public struct TriggerOrder: Sendable, Hashable {
  public let dyad: Dyad
  public let order: EventOrder
  private let direction: Int
  public var place: EventOrder.Place { order.place }
  public var gap: Int? { order.gap }

  /// The order of an event and the nearest break in the claimed direction (0: any).
  public init(of event: Event, against dated: DatedDyad, direction: Int) {
    dyad = dated.dyad
    self.direction = direction
    order = EventOrder(
      of: event.day,
      against: (dated.analysis?.breaks ?? [])
        .filter { direction == 0 || $0.direction.rawValue == direction }
        .compactMap { dated.interval(of: $0) })
  }

  /// `PRK-RUS: 17 months before the interval of the break begins`.
  public var text: String {
    place == .noBreak && direction == 0 ? "\(dyad): no break" : "\(dyad): \(order.text)"
  }
}
