import EntenteNumerics
import Synchronization

/// What many questions about one window share: series made ready once, and the noise models.
///
/// A series is looked up by its values, so an answer never depends on who asked first. Safe to use
/// from several threads; two that miss at once compute the same thing twice.
public final class AttributionCache: Sendable {
  public let grid: NoiseGrid
  private let responses = Mutex<[ResponseKey: PreparedResponse]>([:])
  private let controls = Mutex<[[Double]: PreparedControl]>([:])
  private let breadths = Mutex<[BreadthKey: Double?]>([:])

  public init(grid: NoiseGrid) { self.grid = grid }

  /// For a window with these days of data a week.
  public convenience init(days: [Int], threads: Int = 1) {
    self.init(grid: NoiseGrid(days: days, threads: threads))
  }

  private struct ResponseKey: Hashable {
    let values: [Double]
    let direction: AttributionInput.Direction?
    let controls: [[Double]]
  }

  private struct BreadthKey: Hashable {
    let week: Int
    let controls: [[Double]]
  }

  /// Nil if the series does not vary.
  func prepared(_ response: AttributionInput.Response) -> PreparedResponse? {
    let key = ResponseKey(
      values: response.values, direction: response.direction, controls: response.controls)
    if let found = responses.withLock({ $0[key] }) { return found }
    guard let scaled = ScaledResponse(response) else { return nil }
    let fresh = PreparedResponse(scaled, grid: grid)
    responses.withLock { $0[key] = fresh }
    return fresh
  }

  func prepared(control values: [Double]) -> PreparedControl {
    if let found = controls.withLock({ $0[values] }) { return found }
    let fresh = PreparedControl(values, grid: grid)
    controls.withLock { $0[values] = fresh }
    return fresh
  }

  /// How broadly these controls moved at a week.
  func breadth(of week: Int, controls: [[Double]]) -> Double? {
    let key = BreadthKey(week: week, controls: controls)
    if let found = breadths.withLock({ $0[key] }) { return found }
    let fresh = ShockBreadth.score(
      of: week, controls: controls.compactMap { prepared(control: $0).standardized }, grid: grid)
    breadths.withLock { $0[key] = .some(fresh) }
    return fresh
  }
}

/// A response seen through every noise model, with its evidence and effects by week.
struct PreparedResponse: Sendable {
  let scaled: ScaledResponse
  let whitened: WhitenedResponse
  let curve: EvidenceCurve
  let effects: EffectEstimator
  /// Of the effect from every testable week.
  let strengths: [Double]

  init(_ scaled: ScaledResponse, grid: NoiseGrid) {
    self.scaled = scaled
    whitened = WhitenedResponse(scaled, grid: grid)
    curve = EvidenceCurve(whitened, grid: grid)
    effects = EffectEstimator(whitened, grid: grid)
    strengths = effects.strengths()
  }
}

/// An unrelated dyad, made ready to be compared with.
struct PreparedControl: Sendable {
  /// Nil if the series does not vary.
  let standardized: [Double]?
  let effects: EffectEstimator?

  init(_ values: [Double], grid: NoiseGrid) {
    standardized = ScaledResponse.standardized(values)?.values
    effects = ScaledResponse(AttributionInput.Response(id: "", values: values)).map {
      EffectEstimator(WhitenedResponse($0, grid: grid), grid: grid)
    }
  }
}
