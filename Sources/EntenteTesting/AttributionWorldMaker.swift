import EntenteNumerics
import Foundation

/// Places candidates in a world and plants what happened.
struct AttributionWorldMaker {
  let plan: AttributionPlan
  let days: [Int]

  func world(_ noise: AttributionNoise, _ stream: inout RandomStream) -> AttributionWorld {
    let candidates = placed(&stream)
    let shock =
      stream.uniform() < 0.5
      ? candidates[stream.integer(below: candidates.count)]
      : 40 + stream.integer(below: days.count - 70)
    var (responses, controls) = noise.draw(
      dyads: plan.dyads, controls: plan.controls, hasBackground: plan.hasBackground, &stream)
    let truth = truth(candidates: candidates, &stream)
    let lag = plan.lags.lowerBound + stream.integer(below: plan.lags.count)
    var size =
      plan.sizes.lowerBound
      + (plan.sizes.upperBound - plan.sizes.lowerBound) * stream.uniform()
    let direction: Double = stream.uniform() < 0.5 ? 1 : -1
    let path: [Double]
    switch truth {
    case .nothing:
      path = days.map { _ in 0 }
      size = 0
    case .accumulation: path = accumulated(candidates, &stream)
    case .candidate(let place): path = effect(from: candidates[place] + lag, &stream)
    case .shock:
      path = effect(from: shock + lag, &stream)
      for i in controls.indices {
        let strength = 0.7 * size * stream.normal()
        for t in path.indices { controls[i][t] += strength * path[t] }
      }
    case .unlistedNear, .unlistedFar:
      path = effect(
        from: unlisted(near: truth == .unlistedNear, candidates: candidates, &stream) + lag,
        &stream)
    }
    let effects = responses.map { _ in
      let own = plan.dyads > 1 ? exp(0.4 * stream.normal()) : 1
      return path.map { direction * size * own * $0 }
    }
    for i in responses.indices {
      for t in path.indices { responses[i][t] += effects[i][t] }
    }
    return AttributionWorld(
      days: days, responses: responses, direction: direction, controls: controls,
      candidates: candidates, shock: shock, truth: truth, size: size, lag: lag, effects: effects)
  }

  private func truth(
    candidates: [Int], _ stream: inout RandomStream
  ) -> AttributionWorld.Truth {
    var odds = plan.odds
    if candidates.count < 2 { odds[3] = 0 }
    var u = stream.uniform() * odds.reduce(0, +)
    var kind = 0
    while kind < odds.count - 1, u >= odds[kind] {
      u -= odds[kind]
      kind += 1
    }
    switch kind {
    case 0: return .candidate(stream.integer(below: candidates.count))
    case 1: return stream.uniform() < plan.nearShare ? .unlistedNear : .unlistedFar
    case 2: return .nothing
    case 3: return .accumulation
    default: return .shock
    }
  }

  /// Weeks of the candidates, in order.
  private func placed(_ stream: inout RandomStream) -> [Int] {
    let last = days.count - 30
    var pattern = plan.pattern
    if pattern == .mixed { pattern = stream.uniform() < 0.5 ? .spread : .clustered }
    var weeks: [Int] = []
    var distance = 3
    switch pattern {
    case .spread, .mixed: break
    case .pair(let gap):
      let first = 60 + stream.integer(below: last - 80 - gap)
      weeks = Array([first, first + gap].prefix(plan.candidates))
      distance = 6
    case .regular(let gap):
      let first = 40 + stream.integer(below: max(1, last - 50 - gap * (plan.candidates - 1)))
      weeks = (0..<plan.candidates).map { first + gap * $0 }
    case .clustered:
      var week = 60 + stream.integer(below: last - 100)
      for _ in 0..<min(3, plan.candidates) {
        weeks.append(week)
        week += 3 + stream.integer(below: 3)
      }
      distance = 6
    }
    while weeks.count < plan.candidates {
      let week = 30 + stream.integer(below: last - 30)
      if weeks.allSatisfy({ abs($0 - week) >= distance }) { weeks.append(week) }
    }
    return weeks.sorted()
  }

  private func unlisted(
    near: Bool, candidates: [Int], _ stream: inout RandomStream
  ) -> Int {
    while true {
      let week: Int
      if near {
        let gap = 3 + stream.integer(below: 6)
        let anchor = candidates[stream.integer(below: candidates.count)]
        week = stream.uniform() < 0.5 ? anchor - gap : anchor + gap
      } else {
        week = 30 + stream.integer(below: days.count - 60)
      }
      let nearest = candidates.map { abs($0 - week) }.min() ?? days.count
      if (near ? 3...8 : 9...days.count).contains(nearest) { return week }
      // Regular candidates may leave no room between them: any other week then.
      if near, stream.uniform() < 0.02 { return max(20, (candidates.first ?? 40) - 5) }
    }
  }

  private func effect(from onset: Int, _ stream: inout RandomStream) -> [Double] {
    let shape: PlantedShape
    switch plan.shape {
    case .step: shape = .step
    case .pulse(let length): shape = .pulse(length)
    case .ramp(let length): shape = .ramp(length)
    case .any:
      let third = stream.integer(below: 3)
      switch stream.integer(below: 3) {
      case 0: shape = .step
      case 1: shape = .pulse([4, 8, 13][third])
      default: shape = .ramp([8, 13, 20][third])
      }
    }
    return days.indices.map { $0 < onset ? 0 : shape.value(after: $0 - onset) }
  }

  private func accumulated(_ candidates: [Int], _ stream: inout RandomStream) -> [Double] {
    let fading = 13 + 64 * stream.uniform()
    let parts = candidates.map { _ in exp(0.5 * stream.normal()) }
    let path = days.indices.map { t in
      zip(candidates, parts).reduce(0.0) { total, part in
        total + (part.0 <= t ? part.1 * exp(-Double(t - part.0) / fading) : 0)
      }
    }
    let peak = path.max() ?? 1
    return path.map { $0 / peak }
  }
}
