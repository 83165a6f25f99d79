import EntenteBalance
import Foundation

/// The signed networks with exact reference values; nil where they are not at hand.
enum SharedNetworks {
  /// Beside the checkout, or where `ENTENTE_SHARED_REFERENCE` says.
  static let folder: String? = {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return [
      ProcessInfo.processInfo.environment["ENTENTE_SHARED_REFERENCE"],
      root.appending(path: "shared/reference").path,
    ]
    .compactMap { $0.map { $0 + "/signed-balance" } }
    .first { FileManager.default.fileExists(atPath: $0 + "/results.csv") }
  }()

  static func rows(_ file: String) throws -> [[String: String]] {
    guard let folder else { return [] }
    let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }

  static func network(_ name: String) throws -> SignedNetwork {
    let names = try rows("networks/\(name)_nodes.csv").compactMap { $0["name"] }
    let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return SignedNetwork(
      names: names,
      arcs: try rows("networks/\(name)_edges.csv").compactMap { row in
        guard let from = row["from"].flatMap({ index[$0] }),
          let to = row["to"].flatMap({ index[$0] }),
          let weight = (row["sign"] ?? row["weight"]).flatMap({ Double($0) })
        else { return nil }
        return (from, to, weight)
      })
  }
}
