public import EntenteRecord

/// How affinity is read off the weekly sums.
public struct AffinityOptions: Hashable, Sendable {
  /// Subtract what each state does towards everybody, week by week.
  public var removesActorEffects = true
  /// Weeks to keep (their Thursday lies inside); nil for all.
  public var window: Span?

  public init(removesActorEffects: Bool = true, window: Span? = nil) {
    self.removesActorEffects = removesActorEffects
    self.window = window
  }
}
