/// When to stop, if ever.
struct Deadline: Sendable {
  private let end: ContinuousClock.Instant?

  init(seconds: Double?) {
    end = seconds.map { ContinuousClock.now.advanced(by: .seconds($0)) }
  }

  var isOver: Bool { end.map { ContinuousClock.now >= $0 } ?? false }

  var secondsLeft: Double {
    guard let end else { return .infinity }
    let left = ContinuousClock.now.duration(to: end).components
    return max(0, Double(left.seconds) + Double(left.attoseconds) * 1e-18)
  }
}
