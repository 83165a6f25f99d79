/// A fit as it is written to JSON, and read back to simulate from.
public struct HawkesReport: Codable, Sendable {
  public struct Parameter: Codable, Sendable {
    public let name: String
    public let value: Double
    /// Nil where it was given or is not identified.
    public let error: Double?
  }

  public struct Kernel: Codable, Sendable {
    public let name: String
    public let formula: String
    public let isEstimated: Bool
    public let parameters: [Parameter]
  }

  public struct Radius: Codable, Sendable {
    public let value: Double
    public let error: Double?
  }

  public struct Residual: Codable, Sendable {
    /// Nil for all dimensions together.
    public let dimension: String?
    public let n: Int
    public let distance: Double?
    public let asymptoticP: Double?
    public let bootstrapP: Double?
  }

  public struct Effect: Codable, Sendable {
    public let covariate: String
    public let dimension: String
    /// Of the logarithm of the background, for one unit of the covariate.
    public let value: Double
    public let error: Double?
  }

  public let schema: String
  public let dimensions: [String]
  public let start: Double
  public let end: Double
  public let events: Int
  public let counts: [Int]
  public let link: HawkesOptions.Link
  public let kernel: Kernel
  public let baseline: [Double]
  public let baselineError: [Double?]
  /// Rows receive; null where the events say nothing.
  public let branching: [[Double?]]
  public let branchingError: [[Double?]]
  /// Receiver by receiver, source-major, one for each basis of the kernel.
  public let weights: [[Double]]
  public let effects: [Effect]
  public let logLikelihood: Double
  public let poissonLogLikelihood: Double
  public let freeParameters: Int
  public let aic: Double
  public let slopePerEvent: Double
  public let hasConverged: Bool
  public let spectralRadius: Radius
  public let isStationary: Bool
  public let residuals: [Residual]
  public let residualDraws: Int
  public let notes: [String]

  static let schemaName = "entente-hawkes-fit/1"

  public init(_ fit: HawkesFit, residuals: ResidualTest) {
    let model = fit.model
    schema = Self.schemaName
    dimensions = model.labels
    start = fit.events.start
    end = fit.events.end
    events = fit.events.count
    counts = fit.events.counts
    link = model.link
    let type = type(of: model.kernel)
    kernel = Kernel(
      name: type.name, formula: type.formula, isEstimated: fit.kernelIsEstimated,
      parameters: type.parameters.indices.map {
        Parameter(
          name: type.parameters[$0], value: model.kernel.values[$0], error: fit.kernelErrors[$0])
      })
    baseline = model.baseline
    baselineError = fit.baselineErrors
    branching = zip(model.branching, fit.isIdentified).map { row, known in
      zip(row, known).map { $1 ? $0 : nil }
    }
    branchingError = fit.branchingErrors
    weights = model.weights
    effects = Self.effects(fit)
    logLikelihood = fit.logLikelihood
    poissonLogLikelihood = fit.poissonLogLikelihood
    freeParameters = fit.freeParameters
    aic = fit.aic
    slopePerEvent = fit.slopePerEvent
    hasConverged = fit.hasConverged
    spectralRadius = Radius(value: fit.spectralRadius, error: fit.spectralRadiusError)
    isStationary = fit.isStationary
    self.residuals = residuals.rows.map {
      Residual(
        dimension: $0.label, n: $0.n, distance: $0.distance, asymptoticP: $0.asymptoticP,
        bootstrapP: $0.bootstrapP)
    }
    residualDraws = residuals.draws
    notes = fit.notes
  }

  private static func effects(_ fit: HawkesFit) -> [Effect] {
    let model = fit.model
    guard let covariates = model.covariates,
      let segments = try? covariates.segments(from: fit.events.start, to: fit.events.end)
    else { return [] }
    return model.labels.indices.flatMap { i in
      covariates.names.indices.map { c in
        Effect(
          covariate: covariates.names[c], dimension: model.labels[i],
          value: model.effects[i][c] / segments.deviations[c],
          error: fit.effectErrors[i][c].map { $0 / segments.deviations[c] })
      }
    }
  }

  /// The fitted process, to simulate from.
  ///
  /// - Throws: `ExcitationError` with `.badOption` for another schema, an unknown kernel, shapes that
  ///   do not fit, or a fit with covariates, whose course the report does not hold.
  public func model() throws(ExcitationError) -> HawkesModel {
    guard schema == Self.schemaName else {
      throw ExcitationError(
        .badOption, "model: expected the schema \(Self.schemaName), found \(schema)")
    }
    guard effects.isEmpty else {
      throw ExcitationError(
        .badOption,
        "model: expected a fit without covariates, found one with; simulate from its events instead"
      )
    }
    guard let type = ExcitationKernelCatalog.all.first(where: { $0.name == kernel.name }) else {
      throw ExcitationError(
        .badOption,
        "model: expected a kernel of \(ExcitationKernelCatalog.all.map { $0.name }), "
          + "found \(kernel.name)")
    }
    return try HawkesModel(
      labels: dimensions, kernel: type.init(kernel.parameters.map(\.value)), link: link,
      baseline: baseline, weights: weights)
  }
}
