import EntenteNumerics

/// On which side of a value an estimate lies, its whole interval considered.
enum Side {
  case above, below, unknown

  init(of estimate: Estimate, from value: Double) {
    if estimate.isExact {
      self = estimate.value > value ? .above : estimate.value < value ? .below : .unknown
    } else if let low = estimate.low, let high = estimate.high {
      self = low > value ? .above : high < value ? .below : .unknown
    } else {
      self = .unknown
    }
  }
}

extension TestOutcome {
  /// The data do not reach what the test asks for.
  static func noData(_ id: String, _ test: String, _ reason: String) -> TestOutcome {
    TestOutcome(
      id: id, test: test, verdict: .cannotTell, finding: "It cannot be told: \(reason).",
      reason: reason, evidence: [], wouldFlip: "data that reach it")
  }

  /// Parameters with faults never get here; the outcome is a safe one all the same.
  static func unusable(_ id: String, _ test: String) -> TestOutcome {
    noData(id, test, "the test's parameters cannot be used")
  }
}
