import EntenteExcitation
public import EntenteNumerics
public import EntenteRecord

/// Who probably triggered what: a self-exciting model of the events on record, in groups.
///
/// A Hawkes process with exponential decay, time in weeks: each event raises the rate of later events,
/// of its own group and of the others, over a rate that may follow the year and drift slowly, as much as
/// AIC calls for. For each event the probabilities of its parents follow. They say which earlier event
/// of the record made it likelier *within the model*: a common cause outside the record looks like a
/// trigger, and followers within days are mostly acts of one journey or one crisis.
public struct EventCascade: Sendable, Codable {
  public typealias DatedEvent = TriggerQuestion.DatedEvent

  public struct Member: Sendable {
    public var event: DatedEvent
    public var group: String

    public init(event: DatedEvent, group: String) {
      self.event = event
      self.group = group
    }
  }

  public struct Parent: Sendable, Codable {
    /// Place in `events`.
    public var event: Int
    public var probability: Double
  }

  public struct Row: Sendable, Codable {
    public var event: DatedEvent
    public var group: String
    /// Probability that nothing on record triggered it.
    public var background: Double
    /// The likeliest earlier events.
    public var parents: [Parent]
    public var others: Double
  }

  public struct Group: Sendable, Codable {
    public var name: String
    public var events: Int
    /// Expected number that nothing on record triggered.
    public var spontaneous: Double
    /// Events of this group that one event of each group triggers, in order of `groups`; with a 90%
    /// interval where the fit has standard errors.
    public var triggeredBy: [Estimate]
    /// Kolmogorov-Smirnov test of the rescaled times, by parametric bootstrap; nil if untestable.
    public var residualP: Double?
    /// The same as if the fit's parameters were known: too large, so a small one tells.
    public var plainP: Double?
  }

  public var from: Day
  public var through: Day
  public var groups: [Group]
  /// Mean weeks until a triggered event.
  public var meanWeeks: Double
  /// Harmonics of the year in the rate of what nothing triggered.
  public var harmonics: Int
  /// Degree of the slow drift of that rate.
  public var drift: Int
  public var spectralRadius: Double
  public var events: [Row]
  /// Twice the gain in log-likelihood over independent events at constant rates.
  public var likelihoodRatio: Double
  public var notes: [String]

  /// Fits the events between two days; days are placed at their noon, so that the window holds them.
  ///
  /// - Parameter testsFit: whether the rescaled times are tested, which takes 199 fits.
  /// - Returns: nil with a reason where there are fewer than ten events or the fit fails.
  public static func fit(
    _ members: [Member], in span: Span, seed: UInt64, threads: Int, testsFit: Bool = true
  ) -> (cascade: EventCascade?, problem: String?) {
    let inside = members.filter { span.contains($0.event.day) }
      .sorted { ($0.event.day, $0.event.id) < ($1.event.day, $1.event.id) }
    let names = Set(inside.map(\.group)).sorted()
    guard inside.count >= 10 else {
      return (nil, "who triggered what needs 10 events on record, found \(inside.count)")
    }
    let weeks = { (day: Day) in Double(day.days(since: span.from)) / 7 + 1.0 / 14 }
    do {
      let times = try EventTimes(
        labels: names, start: 0, end: weeks(span.to) + 1.0 / 14,
        times: inside.map { weeks($0.event.day) },
        dimensions: inside.map { member in names.firstIndex(of: member.group) ?? 0 })
      let (fit, options, background) = try chosen(times, span, threads: threads)
      let attribution = try TriggerAttribution(times, fit.model, listed: 3, threads: threads)
      let residuals = try? ResidualTest(fit, options, draws: testsFit ? 199 : 0, seed: seed)
      return (
        EventCascade(inside, span, fit, background, attribution, residuals), nil
      )
    } catch {
      return (nil, "who triggered what cannot be fitted: \(error)")
    }
  }

  /// The fit with the least AIC; of equals the simplest.
  private static func chosen(
    _ times: EventTimes, _ span: Span, threads: Int
  ) throws(ExcitationError) -> (HawkesFit, HawkesOptions, CascadeBackground) {
    var options = HawkesOptions()
    options.threads = threads
    var best = (
      try HawkesEstimator.fit(times, options), options, CascadeBackground(harmonics: 0, degree: 0)
    )
    for background in CascadeBackground.tried(in: span).dropFirst() {
      options.covariates = try background.covariates(in: span)
      guard let fit = try? HawkesEstimator.fit(times, options), fit.hasConverged,
        fit.aic < best.0.aic
      else { continue }
      best = (fit, options, background)
    }
    return best
  }

  private init(
    _ members: [Member], _ span: Span, _ fit: HawkesFit, _ background: CascadeBackground,
    _ attribution: TriggerAttribution,
    _ residuals: ResidualTest?
  ) {
    from = span.from
    through = span.to
    let labels = fit.events.labels
    let branching = fit.model.branching
    let counts = fit.events.counts
    groups = labels.indices.map { i in
      Group(
        name: labels[i], events: counts[i], spontaneous: attribution.spontaneous[i],
        triggeredBy: labels.indices.map { j in
          let error = fit.branchingErrors[i][j]
          return Estimate(
            value: branching[i][j], low: error.map { max(0, branching[i][j] - 1.645 * $0) },
            high: error.map { branching[i][j] + 1.645 * $0 }, n: counts[i],
            method: "maximum likelihood, 90% interval from the observed information")
        }, residualP: residuals?.rows.first { $0.label == labels[i] }?.bootstrapP,
        plainP: residuals?.rows.first { $0.label == labels[i] }?.asymptoticP)
    }
    let decay = fit.model.kernel.values.first ?? 0
    meanWeeks = decay > 0 ? 1 / decay : .infinity
    harmonics = background.harmonics
    drift = background.degree
    spectralRadius = fit.spectralRadius
    events = zip(members, attribution.rows).map { member, row in
      Row(
        event: member.event, group: member.group, background: row.background,
        parents: row.parents.map { Parent(event: $0.event, probability: $0.probability) },
        others: row.others)
    }
    likelihoodRatio = 2 * (fit.logLikelihood - fit.poissonLogLikelihood)
    notes = fit.notes
  }
}
