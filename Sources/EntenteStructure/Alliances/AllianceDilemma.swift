/// Two fears of a state in an alliance in one year: that its ally stays away, and that it drags it in.
///
/// **[C]**: Entente's own construction after Snyder (1984):
/// - dependence `D = min(1, threat / (own + ally's capability))`;
/// - commitment C of the ally: the mean of obligation, presence of troops and rate of consultation, of
///   those that are known, each 0 to 1;
/// - abandonment `D (1 − C)`;
/// - entrapment `P(ally's conflict) × obligation × alignment`.
///
/// Exact, given the parts. Missing data: a fear one of whose parts is missing is nil.
///
/// - SeeAlso: Snyder (1984), *World Politics* 36, 461-495.
public struct AllianceDilemma: Hashable, Sendable {
  /// What the fears are made of, for one state, its ally and a year.
  public struct Parts: Hashable, Sendable {
    public let state: String
    public let ally: String
    public let year: Int
    /// Capability that threatens the state, in the unit of the capabilities.
    public let threat: Double?
    public let capability: Double?
    public let allyCapability: Double?
    /// Of the ally to the state, and taken to bind both: 0 none, 1 defence.
    public let obligation: Double?
    public let troops: Double?
    public let consultation: Double?
    /// Probability that the ally comes into conflict.
    public let allyConflict: Double?
    /// How far the state stands by the ally in that conflict.
    public let alignment: Double?

    public init(
      state: String, ally: String, year: Int, threat: Double?, capability: Double?,
      allyCapability: Double?, obligation: Double?, troops: Double?, consultation: Double?,
      allyConflict: Double?, alignment: Double?
    ) {
      self.state = state
      self.ally = ally
      self.year = year
      self.threat = threat
      self.capability = capability
      self.allyCapability = allyCapability
      self.obligation = obligation
      self.troops = troops
      self.consultation = consultation
      self.allyConflict = allyConflict
      self.alignment = alignment
    }
  }

  public let parts: Parts
  public let dependence: Double?
  public let commitment: Double?
  public let abandonment: Double?
  public let entrapment: Double?

  public init(_ parts: Parts) {
    self.parts = parts
    if let threat = parts.threat, let own = parts.capability, let ally = parts.allyCapability,
      own + ally > 0
    {
      dependence = min(1, threat / (own + ally))
    } else {
      dependence = nil
    }
    let known = [parts.obligation, parts.troops, parts.consultation].compactMap { $0 }
    commitment = known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    if let dependence, let commitment {
      abandonment = dependence * (1 - commitment)
    } else {
      abandonment = nil
    }
    if let conflict = parts.allyConflict, let obligation = parts.obligation,
      let alignment = parts.alignment
    {
      entrapment = conflict * obligation * alignment
    } else {
      entrapment = nil
    }
  }
}
