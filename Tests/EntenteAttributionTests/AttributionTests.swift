import EntenteAttribution
import EntenteNumerics
import Testing

@Suite struct AttributionTests {
  static let days = [Int](repeating: 7, count: 321)
  static let grid = NoiseGrid(days: days)

  @Test func `a huge step is named`() throws {
    var stream = RandomStream(seed: 1, name: "test")
    let values = (0..<321).map { stream.normal() + ($0 >= 150 ? 4 : 0) }
    let input = AttributionInput(
      days: Self.days, responses: [.init(id: "A-B", values: values, direction: .up)],
      candidates: [
        .init(id: "x", week: 90), .init(id: "y", week: 150), .init(id: "z", week: 220),
      ])
    let result = try Attribution.attribute(input, grid: Self.grid)
    guard case .named(.candidates(["y"]), _) = result.decision else {
      Issue.record("decided \(result.decision)")
      return
    }
  }
}
