import ArgumentParser
import EntenteBalance
import EntenteRecord
import EntenteSources
import Foundation

struct BalanceCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract: "Measures how balanced a signed network is, and finds its exact blocks.",
    discussion: """
      Example:
        entente balance network.csv --blocks 1...4,any

      NETWORK has the columns from, to and weight, or sign with 1 and -1.
      Costs are exact and proven unless the time limit is reached; then both
      bounds are given. The JSON is described in docs/balance.md.
      """)

  @Argument(help: "A CSV file of signed ties.", completion: .file(extensions: ["csv"]))
  var network: String

  @Option(
    help: ArgumentHelp(
      "Most blocks: 3, 1...4, any, or several with commas.", valueName: "k"))
  var blocks: BlockNumbers = BlockNumbers(values: [2, nil])

  @Option(help: "Seconds for each number of blocks; then both bounds are given.")
  var timeLimit = 60.0

  @Option(help: "A CSV file of actors with a column name.", completion: .file(extensions: ["csv"]))
  var nodes: String?

  @Flag(help: "Lines are arcs: a,b and b,a are two, and their weights are added.")
  var directed = false

  @Option(help: "Seed of all random numbers: one seed, the same bytes.")
  var seed: UInt64 = 20_231_018

  @Option(name: .customLong("null"), help: "Sign-shuffled networks to compare with, 0 to 99,999.")
  var shuffles = 99

  @Option(
    help: "Optima counted in each two-connected part before \"at least\" is said, 0 to 100,000.")
  var optima = 1000

  @Option(help: "Threads; the answer does not depend on their number. Default: all cores.")
  var threads: Int?

  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard timeLimit > 0, timeLimit <= 1e7 else {
      throw ValidationError("--time-limit: expected seconds above 0, found \(timeLimit)")
    }
    guard (0...99_999).contains(shuffles) else {
      throw ValidationError("--null: expected 0 to 99999, found \(shuffles)")
    }
    guard (0...100_000).contains(optima) else {
      throw ValidationError("--optima: expected 0 to 100000, found \(optima)")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads: expected 1 to 1024, found \(threads)")
    }
  }

  func run() throws {
    let list = try TieListReader.read(network, nodes: nodes, directed: directed)
    let signed = SignedNetwork(
      names: list.names, arcs: list.entries.map { ($0.from, $0.to, $0.weight) })
    Streams.progress("\(signed.names.count) actors, \(signed.ties.count) tied pairs")
    let report = BalanceAnalysis.analyse(
      signed,
      options: BalanceOptions(
        blocks: blocks.values, timeLimit: timeLimit, seed: seed, shuffles: shuffles,
        optimaLimit: optima,
        threads: threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount)))
    let notes = Self.notes(list, isDirected: directed)
    if json {
      try printJSON(BalanceJSON(report, file: network, isDirected: directed, notes: notes))
    } else {
      Streams.print(BalanceText.lines(report, notes: notes).joined(separator: "\n"))
    }
  }

  private static func notes(_ list: TieList, isDirected: Bool) -> [String] {
    var notes: [String] = []
    if list.zeros > 0 { notes.append("lines of weight 0, which are no tie: \(list.zeros)") }
    if list.oneWay > 0 { notes.append("arcs without a reverse, which count alone: \(list.oneWay)") }
    return notes
  }
}

/// Numbers of blocks as they are typed: `3`, `1...4`, `any`, or several of these with commas.
struct BlockNumbers: ExpressibleByArgument {
  let values: [Int?]

  /// More blocks than this are better asked for as `any`.
  static let most = 1000

  init(values: [Int?]) { self.values = values }

  init?(argument: String) {
    var values: [Int?] = []
    for piece in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = piece.split(separator: "...", omittingEmptySubsequences: false)
      if piece == "any" {
        values.append(nil)
      } else if let low = ends.first.flatMap({ Int($0) }),
        let high = ends.last.flatMap({ Int($0) }),
        ends.count <= 2, low >= 1, low <= high, high <= Self.most
      {
        values += (low...high).map { $0 }
      } else {
        return nil
      }
    }
    var seen: Set<Int?> = []
    self.values = values.filter { seen.insert($0).inserted }
  }

  var defaultValueDescription: String { "2,any" }
}
