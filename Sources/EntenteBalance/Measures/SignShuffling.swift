import EntenteNumerics

/// Balance against networks with the same ties and the same weights, dealt out anew.
///
/// Each shuffle permutes the weights of the pairs, signs and sizes together, and keeps who is tied to
/// whom (Salloum et al. compare polarisation scores in this way; Aref & Wilson 2019 the frustration
/// index). `z = (observed − mean) / sd`.
public struct SignShuffling: Hashable, Codable, Sendable {
  /// A measure against its values on the shuffled networks.
  public struct Score: Hashable, Codable, Sendable {
    public let observed: Double
    public let mean: Double
    public let standardDeviation: Double
    /// Nil where the shuffled values do not vary: then nothing can be told.
    public let z: Double?
    /// Standard error of z from the number of shuffles, `√((1 + z²/2)/n)`.
    public let standardError: Double?
    /// Shuffled networks that are at least as balanced; the observed network counts as one of them in
    /// `p = (atLeast + 1) / (n + 1)`.
    public let p: Double
    public let n: Int

    /// - Parameter values: of the shuffled networks, not empty; larger is more balanced unless
    ///   `smallerIsBalanced`.
    init(_ observed: Double, _ values: [Double], smallerIsBalanced: Bool = false) {
      n = values.count
      self.observed = observed
      let mean = values.reduce(0, +) / Double(n)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, n - 1))
      self.mean = mean
      standardDeviation = variance.squareRoot()
      // Equal values differ by rounding alone.
      let varies = standardDeviation > 1e-12 * max(1, abs(mean))
      let z = varies ? (observed - mean) / standardDeviation : nil
      self.z = z
      standardError = z.map { ((1 + $0 * $0 / 2) / Double(values.count)).squareRoot() }
      let slack = 1e-12 * max(1, abs(observed))
      let atLeast = values.count {
        smallerIsBalanced ? $0 <= observed + slack : $0 >= observed - slack
      }
      p = Double(atLeast + 1) / Double(n + 1)
    }
  }

  /// Search tree of each shuffle: networks dealt out at random may be beyond proof, and a limit that is
  /// no time keeps the answer the same everywhere.
  static let mostBranches = 40

  /// Above this, eigenvalues of every shuffle would take minutes: walks and Laplacian have no score.
  public static let mostSpectralActors = 500

  public let shuffles: Int
  /// Of the normalised frustration index, the best cost found standing in for an index not proven.
  public let frustration: Score?
  /// The same with the lower bound standing in; nil where every index is proven.
  public let frustrationAtBounds: Score?
  /// Shuffled networks whose index is not proven.
  public let unproven: Int
  public let triangles: Score?
  public let walks: Score?
  /// Of the smallest Laplacian eigenvalue, where smaller is more balanced.
  public let laplacian: Score?

  private struct Values: Sendable {
    let frustration: Double?
    let frustrationAtBound: Double?
    let isProven: Bool
    let triangles: Double?
    let walks: Double?
    let laplacian: Double?
  }

  /// Nil if no shuffle is asked for or there is no tie.
  init?(
    _ network: SignedNetwork, frustration: FrustrationIndex, triangles: TriangleBalance,
    spectrum: SpectralBalance?, options: BalanceOptions
  ) {
    guard options.shuffles > 0, !network.ties.isEmpty else { return nil }
    var inner = options
    inner.optimaLimit = 0
    let settings = inner
    let hasSpectrum = spectrum != nil && network.names.count <= Self.mostSpectralActors
    let values = Parallel.map(options.shuffles, threads: options.threads) { i in
      Self.values(
        Self.shuffled(network, seed: settings.seed, index: i), settings, hasSpectrum: hasSpectrum)
    }
    func score(
      _ observed: Double?, _ list: [Double?], smallerIsBalanced: Bool = false
    ) -> Score? {
      let known = list.compactMap { $0 }
      guard let observed, known.count == list.count else { return nil }
      return Score(observed, known, smallerIsBalanced: smallerIsBalanced)
    }
    shuffles = options.shuffles
    unproven = values.count { !$0.isProven }
    self.frustration = score(frustration.normalised, values.map(\.frustration))
    frustrationAtBounds =
      unproven == 0 ? nil : score(frustration.normalised, values.map(\.frustrationAtBound))
    self.triangles = score(triangles.share, values.map(\.triangles))
    walks = score(spectrum?.walkBalance, values.map(\.walks))
    laplacian = score(
      spectrum?.smallestLaplacian, values.map(\.laplacian), smallerIsBalanced: true)
  }

  private static func values(
    _ network: SignedNetwork, _ options: BalanceOptions, hasSpectrum: Bool
  ) -> Values {
    let partition = NetworkSolver(network).partition(
      blocks: 2, options: options, branchLimit: Self.mostBranches)
    let index = FrustrationIndex(partition, of: network)
    let spectrum = hasSpectrum ? SpectralBalance(network) : nil
    return Values(
      frustration: index.normalised, frustrationAtBound: index.normalisedAtBound,
      isProven: index.isProven,
      triangles: TriangleBalance(network).share, walks: spectrum?.walkBalance,
      laplacian: spectrum?.smallestLaplacian)
  }

  static func shuffled(_ network: SignedNetwork, seed: UInt64, index: Int) -> SignedNetwork {
    var stream = RandomStream(seed: seed, name: "balance.shuffle", index: index)
    let weights = network.ties.map { ($0.positive, $0.negative) }.shuffled(using: &stream)
    return SignedNetwork(
      names: network.names,
      ties: zip(network.ties, weights).map { tie, weight in
        SignedTie(
          first: tie.first, second: tie.second, positive: weight.0, negative: weight.1)
      })
  }
}
