import EntenteNumerics
import Foundation

/// What changed between any two actors of a panel: level shifts and episodes, under one budget of
/// false alarms a pair.
///
/// Two p-values of "nothing changed" are taken for each pair: that of ``DatingAnalysis`` on the tamed
/// shares, and that of its weeks' falling together with its neighbours' (`EpisodeSearch`). Both are
/// from the pair's own weeks in blocks. They are joined by Fisher's rule, `p = x (1 − ln x)` with x
/// their product, and details are given only where p is at most `level`: so a pair in which nothing
/// changed is given anything at all in at most that share of cases. Which of several details are
/// right is not held to it.
public struct PanelBreaks: Sendable, Hashable, Codable {
  /// One pair tested.
  public struct Finding: Sendable, Hashable, Codable {
    public let pair: PairPanel.Pair
    /// Share of the periods with a value that is not 0.
    public let active: Double
    /// Of no level shift, of no week together with the neighbours' (nil with too few of them), and
    /// of neither.
    public let levelPValue: Double
    public let episodePValue: Double?
    public let pValue: Double
    /// `pValue` after Benjamini and Hochberg's adjustment over all pairs tested.
    public let adjustedPValue: Double
    /// Empty where `pValue` is above the level.
    public let breaks: [Break]
    public let episodes: [PulseEpisode]

    public var isAnything: Bool { !breaks.isEmpty || !episodes.isEmpty }
  }

  /// Why a pair was not tested.
  public enum Omission: String, Sendable, Hashable, Codable, CaseIterable {
    case tooFewActiveWeeks, tooShort, constant
  }

  public let findings: [Finding]
  public let omitted: [Omission: Int]
  public let periods: Int
  /// Share of pairs without a change that are given something.
  public let level: Double
  public let seed: UInt64

  /// Options of the search.
  public struct Options: Sendable, Hashable, Codable {
    public var dating = DatingOptions()
    public var level = 0.04
    /// Least share of periods that are not 0.
    public var leastActive = 0.2
    /// Permutations of the test of episodes.
    public var draws = 999

    public init() {}
  }

  /// Tests every pair of a panel that has enough active periods.
  ///
  /// - Throws: `DatingError` with `.badOption`, or `.tooShort` if the panel has too few periods.
  /// - Complexity: about 20 ms a pair of 321 weeks.
  public static func find(
    in panel: PairPanel, options: Options = Options(), seed: UInt64, threads: Int
  ) throws(DatingError) -> PanelBreaks {
    try find(in: panel, options: options, seed: seed, threads: threads, only: nil) { $1 }
  }

  /// The same for some pairs alone, and with another series in a pair's place while its neighbours stay
  /// what they are: for measuring error rates.
  package static func find(
    in panel: PairPanel, options: Options, seed: UInt64, threads: Int, only: Set<PairPanel.Pair>?,
    own: @escaping @Sendable (PairPanel.Pair, [Double]) -> [Double]
  ) throws(DatingError) -> PanelBreaks {
    guard options.level > 0, options.level < 1, options.draws > 0,
      (0...1).contains(options.leastActive), options.dating.minimumSegment > BreakPosterior.edge
    else {
      throw DatingError(
        .badOption,
        "a level between 0 and 1, a least activity in 0...1, segments of at least "
          + "\(BreakPosterior.edge + 1) periods and draws are needed")
    }
    let n = panel.periods.count
    let least = DatingAnalysis.minimumWeeks(options.dating)
    guard n >= least else {
      throw DatingError(.tooShort, "\(n) periods with data, \(least) are needed")
    }
    var omitted: [Omission: Int] = [:]
    var tested: [Int] = []
    for (place, shares) in panel.shares.enumerated() {
      let active = Double(shares.count { $0 != 0 }) / Double(n)
      if shares.allSatisfy({ $0 == shares[0] }) {
        omitted[.constant, default: 0] += 1
      } else if active < options.leastActive {
        omitted[.tooFewActiveWeeks, default: 0] += 1
      } else {
        tested.append(place)
      }
    }
    let drafts = Search(
      panel: panel, tested: tested, options: options, seed: seed, threads: threads, only: only,
      own: own
    ).drafts
    let adjusted = Multiplicity.benjaminiHochberg(drafts.map(\.pValue))
    let findings = zip(drafts, adjusted).map { draft, adjusted in
      let isOpen = draft.pValue <= options.level
      return Finding(
        pair: draft.pair, active: draft.active, levelPValue: draft.levelPValue,
        episodePValue: draft.episodePValue, pValue: draft.pValue, adjustedPValue: adjusted,
        breaks: isOpen ? draft.breaks : [], episodes: isOpen ? draft.episodes : [])
    }
    return PanelBreaks(
      findings: findings, omitted: omitted, periods: n, level: options.level, seed: seed)
  }

  /// Fisher's rule for two independent p-values.
  static func joined(_ first: Double, _ second: Double?) -> Double {
    guard let second else { return first }
    let product = first * second
    return product * (1 - log(product))
  }

  private struct Draft: Sendable {
    let pair: PairPanel.Pair
    let active: Double
    let levelPValue: Double
    let episodePValue: Double?
    let pValue: Double
    let breaks: [Break]
    let episodes: [PulseEpisode]
  }

  private struct Search {
    let panel: PairPanel
    let tested: [Int]
    let options: Options
    let seed: UInt64
    let threads: Int
    let only: Set<PairPanel.Pair>?
    let own: @Sendable (PairPanel.Pair, [Double]) -> [Double]

    var drafts: [Draft] {
      let tamed = Parallel.map(tested.count, threads: threads) { [panel, tested] in
        Taming.signedRoot(panel.shares[tested[$0]])
      }
      var numbers: [String: Int] = [:]
      for place in tested {
        for name in [panel.pairs[place].first, panel.pairs[place].second]
        where numbers[name] == nil {
          numbers[name] = numbers.count
        }
      }
      let surges = SurgeScores(
        values: tamed,
        pairs: tested.map {
          (numbers[panel.pairs[$0].first] ?? 0, numbers[panel.pairs[$0].second] ?? 0)
        }, actors: numbers.count, threads: threads)
      let chosen = tested.indices.filter { only?.contains(panel.pairs[tested[$0]]) ?? true }
      return Parallel.map(chosen.count, threads: threads) {
        [panel, tested, options, seed, own] at in
        let place = chosen[at]
        let pair = panel.pairs[tested[place]]
        let shares = own(pair, panel.shares[tested[place]])
        let values = Taming.signedRoot(shares)
        let name = pair.description
        let analysis = try? DatingAnalysis.analyse(
          values, raw: shares, options: options.dating, seed: seed, name: name)
        let episodes = surges.evidence(for: place).map {
          EpisodeSearch(
            values, evidence: $0, blockLength: options.dating.blockLength,
            draws: options.draws, seed: seed, name: "\(name)/episodes")
        }
        let level = analysis?.pValue ?? 1
        return Draft(
          pair: pair, active: Double(shares.count { $0 != 0 }) / Double(shares.count),
          levelPValue: level, episodePValue: episodes?.pValue,
          pValue: PanelBreaks.joined(level, episodes?.pValue), breaks: analysis?.edges ?? [],
          episodes: episodes?.episodes ?? [])
      }
    }
  }
}
