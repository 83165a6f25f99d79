import ArgumentParser
import EntenteExcitation
import EntenteNumerics
import EntenteRecord
import EntenteSources
import Foundation

struct HawkesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "hawkes",
    abstract: "Says how events raise the rate of later ones, and which probably triggered which.",
    discussion: """
      Events are a CSV file with the columns time and dimension; times are numbers or dates, in
      order. The JSON stands in docs/hawkes.md.

      Example:
        entente hawkes simulate --baseline 0.1,0.05 --branching "0.3,0.2;0.4,0.1" --decay 1 --end 2000 > events.csv
        entente hawkes fit events.csv --end 2000
        entente hawkes attribute events.csv --end 2000
      """,
    subcommands: [HawkesFitCommand.self, HawkesAttributeCommand.self, HawkesSimulateCommand.self])
}

/// The kernel, by name and parameters.
struct KernelOptions: ParsableArguments {
  @Option(help: "How an effect fades: exponential, sum (slow and fast) or power.")
  var kernel = "exponential"

  @Option(
    help: ArgumentHelp(
      "The kernel's parameters, joined by commas, or the word estimate: decay; slow decay, fast decay; exponent, scale.",
      valueName: "value|estimate"))
  var decay = "estimate"

  var type: any ExcitationKernel.Type {
    ExcitationKernelCatalog.all.first { $0.name == kernel } ?? ExponentialKernel.self
  }

  /// Nil where they are to be estimated.
  var values: [Double]? {
    decay == "estimate" ? nil : decay.split(separator: ",").compactMap { Double($0) }
  }

  func validate() throws {
    let names = ExcitationKernelCatalog.all.map { $0.name }
    guard names.contains(kernel) else {
      throw ValidationError(
        "--kernel: expected \(names.joined(separator: ", ")), found \(kernel)")
    }
    guard decay != "estimate" else { return }
    let parts = decay.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double($0) }
    let wanted = type.parameters
    guard parts.count == wanted.count, numbers.count == wanted.count,
      numbers.allSatisfy({ $0 > 0 && $0.isFinite })
    else {
      throw ValidationError(
        "--decay: expected \(wanted.joined(separator: ",")) as positive numbers, or estimate, found \(decay)"
      )
    }
  }
}

/// Events, the window they were observed in and how they are fitted.
struct HawkesInput: ParsableArguments {
  @Option(
    help:
      "When observation began. Default: 0, or the first event where that is nearer to it than the last."
  )
  var start: String?

  @Option(help: "When observation ended. Default: the last event; the day after it for dates.")
  var end: String?

  @OptionGroup var kernel: KernelOptions

  @Flag(help: "Let events hold others back as well: intensity = max(0, sum). Exponential kernel.")
  var inhibition = false

  @Option(
    help: "CSV file with time and covariates that the backgrounds follow, each row until the next.",
    completion: .file(extensions: ["csv"]))
  var covariates: String?

  @Option(help: "Further dimensions, joined by commas, that had no event.")
  var dimensions: String?

  @Option(help: "Threads; the answer does not depend on their number. Default: all cores.")
  var threads: Int?

  var workers: Int { threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads: expected 1 to 1024, found \(threads)")
    }
  }

  func read(_ path: String) throws -> (events: EventTimes, isDated: Bool) {
    let others = dimensions?.split(separator: ",").map(String.init) ?? []
    let file = try EventTimesFile(at: path, others: others)
    let (first, last) = (file.times.first ?? 0, file.times.last ?? 0)
    let isNearZero = first >= 0 && (first <= last - first || first == last)
    let guess = !file.isDated && isNearZero ? 0 : first
    let events = try BadInput.rethrowing(path) {
      try EventTimes(
        labels: file.labels,
        start: PlainMoment.read(start, "--start", isDated: file.isDated) ?? guess,
        end: PlainMoment.read(end, "--end", isDated: file.isDated)
          ?? (file.isDated ? last + 1 : last),
        times: file.times, dimensions: file.dimensions)
    }
    return (events, file.isDated)
  }

  func options(isDated: Bool) throws -> HawkesOptions {
    var options = HawkesOptions()
    options.kernel = kernel.type
    options.kernelValues = kernel.values
    options.link = inhibition ? .rectified : .linear
    options.threads = workers
    if let covariates {
      let file = try CovariatesFile(at: covariates)
      guard file.isDated == isDated else {
        throw BadInput(
          "\(covariates): time: expected \(isDated ? "dates" : "numbers"), as in the events, found \(isDated ? "numbers" : "dates")"
        )
      }
      options.covariates = try BadInput.rethrowing(covariates) {
        try Covariates(names: file.names, times: file.times, values: file.values)
      }
    }
    return options
  }

  func fit(_ path: String) throws -> (fit: HawkesFit, options: HawkesOptions, isDated: Bool) {
    let (events, isDated) = try read(path)
    let options = try options(isDated: isDated)
    let fit = try BadInput.rethrowing(path) { try HawkesEstimator.fit(events, options) }
    return (fit, options, isDated)
  }
}

/// A time given as an option.
enum PlainMoment {
  static func read(_ text: String?, _ option: String, isDated: Bool) throws -> Double? {
    guard let text else { return nil }
    let value = isDated ? Day(text).map { Double($0.number) } : Double(text)
    guard let value, value.isFinite else {
      throw BadInput(
        "\(option): expected \(isDated ? "a date like 2023-08-18" : "a number"), as in the events, found \(Fault.quoted(text))"
      )
    }
    return value
  }
}

extension BadInput {
  /// What a library cannot use is bad input, told with the file it came from.
  static func rethrowing<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as ExcitationError {
      throw BadInput("\(path): \(error.detail)")
    }
  }
}

struct HawkesFitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract:
      "Fits a process: backgrounds, who raises whose rate, and whether it accounts for the events.",
    discussion: "Example:\n  entente hawkes fit events.csv --end 2000")

  @Argument(help: "CSV file of time and dimension.", completion: .file(extensions: ["csv"]))
  var events: String
  @OptionGroup var input: HawkesInput
  @Option(help: "Processes drawn from the fit for p-values of the residual test; 0 for none.")
  var draws = 0
  @Option(help: "Seed of all random numbers: one seed, the same bytes.")
  var seed: UInt64 = 20_231_018
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard draws == 0 || (19...99_999).contains(draws) else {
      throw ValidationError("--draws: expected 0, or 19 to 99999, found \(draws)")
    }
  }

  func run() throws {
    let (fit, options, isDated) = try input.fit(events)
    let residuals = try BadInput.rethrowing(events) {
      try ResidualTest(fit, options, draws: draws, seed: seed)
    }
    let report = HawkesReport(fit, residuals: residuals)
    if json { return try printJSON(report) }
    Streams.print(HawkesShowing.fit(report, isDated: isDated))
  }
}

struct HawkesAttributeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribute",
    abstract: "Gives for each event the probabilities of what triggered it.",
    discussion: "Example:\n  entente hawkes attribute events.csv --end 2000 --parents 3")

  @Argument(help: "CSV file of time and dimension.", completion: .file(extensions: ["csv"]))
  var events: String
  @OptionGroup var input: HawkesInput
  @Option(help: "Earlier events named for each event, 1 to 100.")
  var parents = 3
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...100).contains(parents) else {
      throw ValidationError("--parents: expected 1 to 100, found \(parents)")
    }
  }

  func run() throws {
    let (fit, options, isDated) = try input.fit(events)
    let attribution = try BadInput.rethrowing(events) {
      try TriggerAttribution(
        fit.events, fit.model, listed: parents, threads: options.threads)
    }
    let report = AttributionReport(attribution, fit)
    if json { return try printJSON(report) }
    Streams.print(HawkesShowing.attribution(report, isDated: isDated))
  }
}

struct HawkesSimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Draws events from a process that was fitted, or that is written out.",
    discussion: """
      Example:
        entente hawkes simulate --baseline 0.1 --branching 0.5 --decay 1 --end 1000
        entente hawkes simulate events.csv --seed 7
      """)

  @Argument(
    help: "CSV file of time and dimension to fit first.", completion: .file(extensions: ["csv"]))
  var events: String?
  @OptionGroup var input: HawkesInput
  @Option(
    help: "JSON of entente hawkes fit --json to draw from.", completion: .file(extensions: ["json"])
  )
  var model: String?
  @Option(help: "Backgrounds, joined by commas.") var baseline: String?
  @Option(help: "Expected children, rows receive: values joined by commas, rows by semicolons.")
  var branching: String?
  @Option(help: "Seed of all random numbers: one seed, the same bytes.")
  var seed: UInt64 = 20_231_018
  @Flag(help: "Add the column parent: the row of the event that triggered this one, from 1.")
  var parents = false

  func validate() throws {
    let ways = [events != nil, model != nil, baseline != nil].count { $0 }
    guard ways == 1, (baseline == nil) == (branching == nil) else {
      throw ValidationError("expected EVENTS.csv, --model, or --baseline with --branching")
    }
    if parents, input.inhibition {
      throw ValidationError("--parents: expected no --inhibition, which leaves no parents")
    }
  }

  func run() throws {
    var stream = RandomStream(seed: seed, name: "hawkes simulate")
    let drawn: HawkesSimulation
    let labels: [String]
    var isDated = false
    if let events {
      let fitted = try input.fit(events)
      isDated = fitted.isDated
      labels = fitted.fit.model.labels
      drawn = try BadInput.rethrowing(events) {
        try HawkesSimulation(
          fitted.fit.model, start: fitted.fit.events.start, end: fitted.fit.events.end,
          stream: &stream)
      }
    } else {
      let (source, process, window) = try written()
      labels = process.labels
      drawn = try BadInput.rethrowing(source) {
        try HawkesSimulation(process, start: window.0, end: window.1, stream: &stream)
      }
    }
    Streams.print(
      HawkesShowing.csv(drawn, labels: labels, isDated: isDated, withParents: parents))
  }

  /// A process from JSON or from options, and its window.
  private func written() throws -> (String, HawkesModel, (Double, Double)) {
    let start = try PlainMoment.read(input.start, "--start", isDated: false)
    let end = try PlainMoment.read(input.end, "--end", isDated: false)
    if let model {
      guard let data = FileManager.default.contents(atPath: model),
        let report = try? JSONDecoder().decode(HawkesReport.self, from: data)
      else {
        throw BadInput(
          "\(model): expected JSON of entente hawkes fit --json, found something else or nothing")
      }
      let process = try BadInput.rethrowing(model) { try report.model() }
      return (model, process, (start ?? report.start, end ?? report.end))
    }
    guard let end else {
      throw BadInput("--end: expected when to stop drawing, found nothing")
    }
    guard let values = input.kernel.values else {
      throw BadInput(
        "--decay: expected the kernel's parameters, found nothing to estimate them from")
    }
    let rates = try numbers(baseline ?? "", "--baseline")
    let rows = try (branching ?? "").split(separator: ";", omittingEmptySubsequences: false)
      .map { try numbers(String($0), "--branching") }
    let process = try BadInput.rethrowing("--branching") {
      try HawkesModel(
        labels: rates.indices.map { "\($0)" }, kernel: input.kernel.type.init(values),
        link: input.inhibition ? .rectified : .linear, baseline: rates, weights: rows)
    }
    return ("--branching", process, (start ?? 0, end))
  }

  private func numbers(_ text: String, _ option: String) throws -> [Double] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let value = Double(part.filter { $0 != " " }), value.isFinite else {
        throw BadInput("\(option): expected numbers joined by commas, found \(Fault.quoted(part))")
      }
      return value
    }
  }
}
