import EntenteAttribution
import EntenteTesting
import Foundation

/// What attribution gets right, on generated worlds and on real dyads with effects planted.
enum AttributionCalibration {
  /// Every table; constants were fitted on generated worlds, the real ones only test them.
  ///
  /// - Parameters:
  ///   - scale: multiplies the number of worlds; 0.1 is a quick look.
  ///   - shared: not read; the real dyads are the case's control pairs.
  static func tables(
    seed: UInt64, threads: Int, scale: Double, shared: URL
  ) -> [CalibrationTable] {
    let bench = AttributionBench(seed: seed, threads: threads, scale: scale)
    let answered = ReliabilityForm.all(bench)
    return [
      separation(bench), calibration(bench, answered), decisions(bench, answered), bySize(bench),
      resolution(bench),
      accumulation(bench), intervals(bench), noise(bench),
    ]
  }
}

/// The two kinds of noise, and how many worlds to spend.
struct AttributionBench: Sendable {
  struct Kind: Sendable {
    var name: String
    var noise: AttributionNoise
    var grid: NoiseGrid
  }

  let seed: UInt64
  let threads: Int
  let scale: Double
  /// Generated, and real where the case's files are in the working directory.
  let kinds: [Kind]

  init(seed: UInt64, threads: Int, scale: Double, folder: String = Self.folder) {
    self.seed = seed
    self.threads = threads
    self.scale = scale
    let generated = AttributionNoise.generated()
    let real = AttributionNoise.controlPairs(in: URL(filePath: folder))
    kinds =
      [("generated", generated)].map(Self.kind)
      + (real.map { [("real", $0)] } ?? [])
      .map(Self.kind)
  }

  static let folder = "cases/northeast-asia/series"

  private static func kind(_ name: String, _ noise: AttributionNoise) -> Kind {
    Kind(name: name, noise: noise, grid: NoiseGrid(days: noise.days))
  }

  /// Real noise if there is any.
  var hardest: Kind { kinds[kinds.count - 1] }

  var absence: String {
    kinds.count > 1 ? "" : " Real dyads were skipped: \(Self.folder) is not there."
  }

  func worlds(_ count: Int) -> Int { max(20, Int((Double(count) * scale).rounded())) }

  func trials(
    _ plan: AttributionPlan, _ count: Int, _ kind: Kind, name: String, isDirected: Bool = true
  ) -> [AttributionTrial] {
    AttributionTrial.run(
      plan, worlds: worlds(count), noise: kind.noise, grid: kind.grid, seed: seed,
      name: "\(name) \(kind.name)", threads: threads, isDirected: isDirected)
  }
}

/// Numbers as the tables print them.
enum Figure {
  /// `.87`, `1.00`; `–` for a number that is not one.
  static func share(_ x: Double) -> String {
    guard x.isFinite else { return "–" }
    let text = String(format: "%.2f", x)
    return bare(text)
  }

  /// `.012`.
  static func fine(_ x: Double) -> String {
    guard x.isFinite else { return "–" }
    return bare(String(format: "%.3f", x))
  }

  private static func bare(_ text: String) -> String {
    if text.hasPrefix("0.") { return String(text.dropFirst()) }
    return text.hasPrefix("-0.") ? "-" + text.dropFirst(2) : text
  }

  static func ratio(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "–" : share(Double(part) / Double(whole))
  }
}
