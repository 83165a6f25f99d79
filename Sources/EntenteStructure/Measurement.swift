public import EntenteNumerics

/// The value of a measure, with the parts that it was made of.
public struct Measurement: Hashable, Sendable {
  /// A number that went into it.
  public struct Part: Hashable, Codable, Sendable {
    public let label: String
    public let value: Double

    public init(_ label: String, _ value: Double) {
      self.label = label
      self.value = value
    }
  }

  public let estimate: Estimate
  public let parts: [Part]
  /// What must be said with this very value: the top pole, missing components.
  public let notes: [String]
  /// Bootstrap draws of the value; empty where it has none.
  public let draws: [Double]

  public init(
    _ estimate: Estimate, parts: [Part] = [], notes: [String] = [], draws: [Double] = []
  ) {
    self.estimate = estimate
    self.parts = parts
    self.notes = notes
    self.draws = draws
  }
}
