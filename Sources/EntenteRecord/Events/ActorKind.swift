/// What an actor of an event is to the state that it belongs to.
///
/// The raw values stand on disk and never change.
public enum ActorKind: UInt8, CaseIterable, Sendable, Codable {
  /// No actor, or nothing is known about it.
  case unknown = 0
  /// The state itself: `CHN` in GDELT, `China` in ICEWS.
  case state = 1
  /// A part of its government: `CHNGOV`, `CHNMIL`, `Foreign Affairs (China)`.
  case government = 2
  /// Anybody else: firms, citizens, rebels, organisations.
  case other = 3
}
