public import EntenteNumerics

/// Whether states form a regional security complex.
///
/// They do if they deal more with each other than what their volumes lead to expect, and than sets of
/// like states do. **[C]**: Entente's own construction.
///
/// `lift(R) = Σ_{i≠j in R} E_ij / Σ P_ij`, E the volume |score|, P the expected volume with the same
/// total for every state. The percentile is the share of sets of like members with as large a lift.
/// The rule of the literature, a conductance below that of random connected sets, does not
/// discriminate; conductance is given with its percentile all the same.
///
/// - SeeAlso: Buzan & Wæver (2003), *Regions and Powers*.
public struct RegionalComplex: Hashable, Sendable {
  public enum Finding: String, Hashable, Sendable {
    /// Percentile at most 5, lower bound of the lift over 1, and every member's lift over 1.
    case complex
    case notDistinguishable = "not distinguishable"
  }

  public struct Member: Hashable, Sendable {
    public let state: String
    public let lift: Estimate
    public let isCore: Bool
    /// Share of the member's volume that is with the outside power; nil without one, or for itself.
    public let penetration: Estimate?
    /// States of like volume that could stand for it, itself among them.
    public let alike: Int
  }

  public let weeks: Int
  public let lift: Estimate
  public let conductance: Estimate
  /// Share of like sets with a lift at least as large, in 0...1.
  public let liftPercentile: Proportion
  /// Share of like sets with a conductance at most as large.
  public let conductancePercentile: Proportion
  /// Lift over what volumes and distances together lead to expect; nil without distances.
  public let liftBeyondDistance: Estimate?
  public let members: [Member]
  public let finding: Finding
  /// Members penetrated by more than half: overlay.
  public let overlaid: [String]

  static let coreLift = 1.5
  static let overlayShare = 0.5
  static let percentile = 0.05

  public var core: [String] { members.filter(\.isCore).map(\.state) }
}
