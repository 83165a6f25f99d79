public import EntenteNumerics

/// Who moves first and who answers whom, for every pair of a file, as it is written to JSON.
public struct LeadReport: Codable, Sendable {
  public enum Verdict: String, Codable, Sendable {
    case firstLeads, secondLeads, both, cannotTell
  }

  /// The note of a pair whose residuals are correlated within a period.
  public static let movesTogether =
    "the two move together within a period; finer periods might show an order there"

  public struct Direction: Codable, Sendable {
    public let from: String
    public let to: String
    public let statistic: Double
    public let asymptoticP: Double
    public let bootstrapP: Double
    /// Benjamini and Hochberg's, over all directions of the report.
    public let adjustedP: Double
    public let controlP: Double
    public let controlRejections: Double
    public let controls: Int
    public let coefficients: [LeadTest.Coefficient]
    public let total: Estimate
    /// Adjusted p at most 5%, and at most a tenth of the shifted partners do as well.
    public let leads: Bool
  }

  public struct Reaction: Codable, Sendable {
    public let name: String
    public let partner: String
    public let reaction: Estimate
    public let fatigue: Estimate
    public let grievance: Estimate
    public let reactionP: Double
    public let controlP: Double
    public let residualCorrelation: Double
  }

  public struct Richardson: Codable, Sendable {
    public let sides: [Reaction]
    public let rows: Int
    public let dilemma: RichardsonModel.Dilemma
    public let radius: Double
  }

  public struct Pair: Codable, Sendable {
    public let first: String
    public let second: String
    public let periods: Int
    public let rows: Int
    public let lags: Int
    public let isAugmented: Bool
    public let simultaneous: Double
    public let directions: [Direction]
    public let verdict: Verdict
    public let richardson: Richardson
    public let notes: [String]
  }

  public struct Skipped: Codable, Sendable {
    public let first: String
    public let second: String
    public let reason: String

    public init(first: String, second: String, reason: String) {
      self.first = first
      self.second = second
      self.reason = reason
    }
  }

  public let schema: String
  public let draws: Int
  public let level: Double
  public let pairs: [Pair]
  public let skipped: [Skipped]

  /// Tests every pair; one that cannot be tested is listed with the reason.
  ///
  /// - Complexity: pairs × the cost of `LeadTest` and `RichardsonModel`.
  public init(_ series: [PairedSeries], skipped: [Skipped] = [], _ options: LeadOptions) {
    var skipped = skipped
    var tested: [(PairedSeries, LeadTest, RichardsonModel)] = []
    for pair in series {
      do throws(ExcitationError) {
        tested.append((pair, try LeadTest(pair, options), try RichardsonModel(pair, options)))
      } catch {
        skipped.append(
          Skipped(first: pair.names[0], second: pair.names[1], reason: error.detail))
      }
    }
    let adjusted = Multiplicity.benjaminiHochberg(
      tested.flatMap { $0.1.directions.map(\.bootstrapP) })
    schema = "entente-granger/1"
    draws = options.draws
    level = options.level
    pairs = tested.enumerated().map { index, item in
      Self.pair(item.0, item.1, item.2, Array(adjusted[(2 * index)..<(2 * index + 2)]))
    }
    self.skipped = skipped
  }

  private static func pair(
    _ series: PairedSeries, _ test: LeadTest, _ race: RichardsonModel, _ adjusted: [Double]
  ) -> Pair {
    let directions = zip(test.directions, adjusted).map { found, p in
      Direction(
        from: found.from, to: found.to, statistic: found.statistic,
        asymptoticP: found.asymptoticP, bootstrapP: found.bootstrapP, adjustedP: p,
        controlP: found.controlP, controlRejections: found.controlRejections,
        controls: found.controls, coefficients: found.coefficients, total: found.total,
        leads: p <= 0.05 && (found.controls < 19 || found.controlP <= 0.1))
    }
    let verdict: Verdict =
      switch (directions[0].leads, directions[1].leads) {
      case (true, true): .both
      case (true, false): .firstLeads
      case (false, true): .secondLeads
      case (false, false): .cannotTell
      }
    var notes: [String] = []
    if abs(test.simultaneous) > 0.3 {
      notes.append(Self.movesTogether)
    }
    for direction in directions where direction.adjustedP <= 0.05 && !direction.leads {
      notes.append(
        "\(direction.from) > \(direction.to): shifted partners do as well, so nothing is said")
    }
    for side in race.sides where RichardsonModel.isTooShort(side.residualCorrelation) {
      notes.append(
        "\(side.name): residuals of Richardson's equation are correlated; one step is too short "
          + "a memory there, and its coefficients are off")
    }
    return Pair(
      first: series.names[0], second: series.names[1], periods: series.count, rows: test.rows,
      lags: test.lags, isAugmented: test.isAugmented, simultaneous: test.simultaneous,
      directions: directions, verdict: verdict,
      richardson: Richardson(
        sides: race.sides.map {
          Reaction(
            name: $0.name, partner: $0.partner, reaction: $0.reaction, fatigue: $0.fatigue,
            grievance: $0.grievance, reactionP: $0.reactionP, controlP: $0.controlP,
            residualCorrelation: $0.residualCorrelation)
        }, rows: race.rows, dilemma: race.dilemma, radius: race.radius), notes: notes)
  }
}
