import EntenteHistory
import EntenteNumerics
import EntenteRecord

/// Panels with planted blocs.
enum SyntheticPanel {
  static let start = Day(number: 17_532)  // Monday 2018-01-01
  static let six = codes("CHN JPN KOR PRK RUS USA")

  static func codes(_ text: String) -> [ActorCode] {
    text.split(separator: " ").compactMap { ActorCode($0) }
  }

  /// Weekly tamed affinities around a mean for each pair, autocorrelated noise of SD 1.
  static func panel(
    _ actors: [ActorCode], weeks: Int, seed: UInt64, rho: Double = 0.3,
    mean: (Dyad, Int) -> Double
  ) -> WeeklyPanel {
    var raw: [Dyad: [Double]] = [:]
    for (index, dyad) in Dyad.all(of: actors).enumerated() {
      var stream = RandomStream(seed: seed, name: "panel", index: index)
      var noise = stream.normal()
      raw[dyad] = (0..<weeks).map { week in
        noise = rho * noise + (1 - rho * rho).squareRoot() * stream.normal()
        // The panel tames: square here, so that the tamed share is mean plus noise.
        let tamed = mean(dyad, week) + noise
        return tamed * abs(tamed)
      }
    }
    return WeeklyPanel(
      weeks: (0..<weeks).map { start.adding(days: 7 * $0) },
      daysPresent: Array(repeating: 7, count: weeks),
      volume: Array(repeating: 1e4, count: weeks), raw: raw, core: actors)
  }

  static func tamed(_ panel: WeeklyPanel) -> AffinityPanel {
    AffinityPanel(panel, options: AffinityOptions(removesActorEffects: false))
  }

  static func span(weeks: Int) throws -> Span {
    guard let span = Span(from: start, to: start.adding(days: 7 * weeks - 1)) else {
      throw StructureFailure()
    }
    return span
  }

  struct StructureFailure: Error {}
}
