import EntenteDating
import EntenteNumerics
import Foundation
import Testing

struct DatingAnalysisTests {
  @Test func `speed and sanity`() throws {
    var stream = RandomStream(seed: 1, name: "world")
    let values = (0..<321).map { stream.normal() + ($0 < 150 ? 0 : 1.5) }
    var full = DatingOptions()
    full.stopsEarly = false
    let clock = ContinuousClock()
    for options in [DatingOptions(), full] {
      let start = clock.now
      let analysis = try DatingAnalysis.analyse(values, options: options, seed: 3, name: "x")
      print(
        analysis.breaks.map { ($0.index, $0.interval, $0.size, $0.sizeInterval) }, analysis.pValue,
        analysis.totalDraws, clock.now - start)
      let s2 = clock.now
      let power = try DetectionPower.simulate(values, analysis: analysis, seed: 2, name: "x")
      print(
        power.entries.map { ($0.sizeInSD, $0.dated.text, $0.found.text) },
        power.smallestDetectableShift() ?? -1, clock.now - s2)
    }
  }
}
