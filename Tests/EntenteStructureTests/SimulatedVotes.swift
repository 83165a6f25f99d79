import EntenteNumerics
import EntenteStructure

/// Votes drawn from the model, with known points.
struct SimulatedVotes {
  let votes: RollCallVotes
  /// True points, standardised, by state and session.
  let truth: [[Double]]

  static func name(_ state: Int) -> String { "S\(state)" }

  init(states: Int, sessions: Int, items: Int, seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "simulated-votes")
    var points = (0..<states).map { state -> [Double] in
      // A few states far out on the right and a bloc on the left, as in the UN.
      var point = state < 2 ? 2.6 : state < 8 ? -1.6 : 0.7 * stream.normal()
      return (0..<sessions).map { _ in
        point += 0.15 * stream.normal()
        return point
      }
    }
    let all = points.flatMap { $0 }
    let (mean, spread) = (Moments.mean(all), Moments.standardDeviation(all))
    points = points.map { $0.map { ($0 - mean) / spread } }
    var calls: [RollCallVotes.RollCall] = []
    var columns: (call: [Int32], state: [Int32], choice: [RollCallVotes.Choice]) = ([], [], [])
    for session in 0..<sessions {
      for _ in 0..<items {
        let call = Int32(calls.count)
        calls.append(RollCallVotes.RollCall(id: "\(call)", session: session + 1))
        let b = stream.normal()
        let g1 = 0.8 + 0.6 * stream.normal()
        let g2 = g1 + 0.1 + 0.6 * stream.uniform()
        for state in 0..<states where stream.uniform() < 0.9 {
          let z = b * points[state][session] + stream.normal()
          columns.call.append(call)
          columns.state.append(Int32(state))
          columns.choice.append(z < g1 ? .yes : z < g2 ? .abstain : .no)
        }
      }
    }
    truth = points
    votes = RollCallVotes(
      states: (0..<states).map(Self.name), rollCalls: calls, rollCall: columns.call,
      state: columns.state, choice: columns.choice)
  }

  /// The truth less its session's mean, at a point.
  func relative(_ point: IdealPoints.Point) -> Double? {
    guard let state = Int(point.state.dropFirst()), truth.indices.contains(state) else {
      return nil
    }
    let session = point.session - 1
    return truth[state][session] - Moments.mean(truth.map { $0[session] })
  }
}
