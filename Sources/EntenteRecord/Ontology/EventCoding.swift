/// Whose scores and quad classes of CAMEO codes: the two systems disagree.
///
/// Goldstein scores differ for 016, 022, 164 and 165, and GDELT's table lacks 106 and 1213.
/// Quad classes differ for whole roots: GDELT puts 09 (investigate) among material cooperation and
/// 14 (protest) among verbal conflict; the grouping used with ICEWS puts them in verbal and
/// material conflict.
public enum EventCoding: String, CaseIterable, Sendable, Codable {
  case icews
  case gdelt
}
