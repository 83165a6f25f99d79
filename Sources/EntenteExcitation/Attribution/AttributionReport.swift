/// An attribution as it is written to JSON.
public struct AttributionReport: Codable, Sendable {
  public struct Parent: Codable, Sendable {
    /// Row of the file, from 1 after the header.
    public let row: Int
    public let time: Double
    public let dimension: String
    public let probability: Double
  }

  public struct Event: Codable, Sendable {
    public let row: Int
    public let time: Double
    public let dimension: String
    public let intensity: Double
    public let background: Double
    public let parents: [Parent]
    /// Of all earlier events that are not listed.
    public let others: Double
  }

  public let schema: String
  public let dimensions: [String]
  public let kernel: String
  public let kernelValues: [Double]
  public let spectralRadius: Double
  /// Expected events triggered: rows receive.
  public let triggered: [[Double]]
  public let spontaneous: [Double]
  public let events: [Event]
  public let notes: [String]

  public init(_ attribution: TriggerAttribution, _ fit: HawkesFit) {
    let (events, labels) = (fit.events, fit.events.labels)
    schema = "entente-hawkes-attribution/1"
    dimensions = labels
    kernel = type(of: fit.model.kernel).name
    kernelValues = fit.model.kernel.values
    spectralRadius = fit.spectralRadius
    triggered = attribution.triggered
    spontaneous = attribution.spontaneous
    self.events = attribution.rows.enumerated().map { k, row in
      Event(
        row: k + 1, time: events.times[k], dimension: labels[events.dimensions[k]],
        intensity: row.intensity, background: row.background,
        parents: row.parents.map {
          Parent(
            row: $0.event + 1, time: events.times[$0.event],
            dimension: labels[events.dimensions[$0.event]], probability: $0.probability)
        }, others: row.others)
    }
    notes = fit.notes
  }
}
