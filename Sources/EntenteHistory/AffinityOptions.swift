public import EntenteRecord

/// How affinity is read off the weekly sums.
public struct AffinityOptions: Hashable, Sendable {
  /// Subtract what each state does towards everybody, week by week.
  public var removesActorEffects = true
  /// Fit the effects on the case's own core states, even where effects fitted on the world are shipped.
  ///
  /// Against the world nearly every pair of neighbours is warm; against its own region a pair is warm
  /// only if it is closer than the region's states are among themselves.
  public var fitsOnCore = false
  /// Weeks to keep (their Thursday lies inside); nil for all.
  public var window: Span?

  public init(
    removesActorEffects: Bool = true, fitsOnCore: Bool = false, window: Span? = nil
  ) {
    self.removesActorEffects = removesActorEffects
    self.fitsOnCore = fitsOnCore
    self.window = window
  }
}
