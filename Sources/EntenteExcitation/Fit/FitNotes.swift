/// What a reader of a fit must know before believing it.
enum FitNotes {
  static func notes(
    _ events: EventTimes, _ model: HawkesModel, search: ProfileSearch.Result?,
    isIdentified: [[Bool]], hasConverged: Bool, isSingular: Bool
  ) -> [String] {
    var notes: [String] = []
    if !hasConverged {
      notes.append("the maximum was not reached; the estimates may be off")
    }
    if model.spectralRadius.value >= 1 {
      notes.append(
        "explosive: the spectral radius is at or above 1, so each event raises one more or more; "
          + "a background that changes looks like this: try a shorter window or --covariates")
    }
    if let search {
      if search.slopes == nil {
        notes.append(
          "nothing excites anything here, so the kernel's parameters are not identified; "
            + "those shown are where the search stood")
      } else if search.isAtEdge {
        notes.append(
          "a parameter of the kernel ran to the end of its range: the events do not fix it; "
            + "errors take it as given (set it with --decay)")
      }
    }
    if isSingular {
      notes.append(
        "some receivers have too few events for their parameters: no standard errors there")
    }
    let empty = zip(events.labels, events.counts).filter { $0.1 == 0 }.map(\.0)
    if !empty.isEmpty {
      notes.append(
        "no events in \(empty.joined(separator: ", ")): rates of 0 there, and nothing is known "
          + "about what it would trigger")
    }
    if !isIdentified.allSatisfy({ $0.allSatisfy { $0 } }), empty.isEmpty {
      notes.append("some weights are not identified: no event of the source has a follower")
    }
    if events.tied > 0 {
      notes.append(
        "\(events.tied) events share their time with another: events at one time do not excite "
          + "each other; coarse times hide who came first")
    }
    if events.times.last == events.end {
      notes.append(
        "the window ends with the last event; where observation went on, say until when (--end)")
    }
    return notes
  }
}
