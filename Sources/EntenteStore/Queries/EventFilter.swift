public import EntenteRecord

/// Which events are asked for; every condition that is set must hold.
public struct EventFilter: Hashable, Sendable, Codable {
  /// Whose acts count, and whom they may be aimed at.
  public enum Kinds: String, CaseIterable, Hashable, Sendable, Codable {
    /// Both ends are the state itself, as `CHN` or `China`.
    case state
    /// Both ends are the state itself or a part of its government.
    case government
    case any
  }

  /// Days on which the event happened.
  public var span: Span?
  /// States that act.
  public var sources: Set<ActorCode>?
  /// States that are acted upon.
  public var targets: Set<ActorCode>?
  /// States of which at least one is at either end.
  public var involving: Set<ActorCode>?
  /// Pairs, in either direction.
  public var dyads: Set<Dyad>?
  /// Between two different states, whichever they are.
  public var isInterstate = false
  public var kinds = Kinds.any
  /// CAMEO codes, with all that stand below them: `14` takes `141` and `1411`.
  public var codes: Set<String>?
  public var types: Set<EventType>?
  public var formats: Set<EventFormat>?

  public init() {}

  /// Ends of a span that is open on one side.
  public static let earliest = Day(year: 1, month: 1, day: 1) ?? Day(number: .min)
  public static let latest = Day(year: 9999, month: 12, day: 31) ?? Day(number: .max)

  /// The days asked for, where a side left open ends with what is known; all of it without a span.
  ///
  /// The filter itself keeps its open side, so that parts of several records are of one query.
  public func days(within known: Span?) -> Span? {
    guard let span else { return known }
    guard let from = span.from == Self.earliest ? known?.from : span.from,
      let to = span.to == Self.latest ? known?.to : span.to
    else { return nil }
    // Wholly outside what is known the side that was given stands for both.
    return Span(from: from, to: to) ?? Span.only(span.from == Self.earliest ? to : from)
  }

  /// Acts of any of these states towards any other of them.
  public static func among(_ states: Set<ActorCode>) -> EventFilter {
    var filter = EventFilter()
    filter.sources = states
    filter.targets = states
    filter.isInterstate = true
    return filter
  }
}

extension EventFilter {
  private enum CodingKeys: String, CodingKey {
    case span, sources, targets, involving, dyads, isInterstate, kinds, codes, types, formats
  }

  /// Sets are written in order, so that equal filters are equal texts.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(span, forKey: .span)
    try container.encodeIfPresent(sources?.sorted(), forKey: .sources)
    try container.encodeIfPresent(targets?.sorted(), forKey: .targets)
    try container.encodeIfPresent(involving?.sorted(), forKey: .involving)
    try container.encodeIfPresent(dyads?.sorted(), forKey: .dyads)
    try container.encode(isInterstate, forKey: .isInterstate)
    try container.encode(kinds, forKey: .kinds)
    try container.encodeIfPresent(codes?.sorted(), forKey: .codes)
    try container.encodeIfPresent(types?.map(\.rawValue).sorted(), forKey: .types)
    try container.encodeIfPresent(formats?.sorted(), forKey: .formats)
  }
}
