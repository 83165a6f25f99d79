/// What a cost of segments is, for help texts and results.
public struct CostDescriptor: Sendable, Hashable, Codable {
  /// The word that asks for it on the command line.
  public let name: String
  /// What it charges for a segment.
  public let formula: String
  /// What stands for the level of a segment: "mean", "median", "rate".
  public let level: String
  /// Fewest values a segment can be described by.
  public let leastLength: Int
  public let reference: String

  public init(
    name: String, formula: String, level: String, leastLength: Int = 1, reference: String
  ) {
    self.name = name
    self.formula = formula
    self.level = level
    self.leastLength = leastLength
    self.reference = reference
  }
}
