import EntenteBalance
import Foundation

/// How `entente balance` words what it found.
enum BalanceText {
  /// Ties at odds that are listed; the JSON has all.
  private static let mostOdd = 12

  static func lines(_ report: BalanceReport, notes: [String]) -> [String] {
    let network = report.network
    var lines = [
      "\(network.names.count) actors, \(network.ties.count) tied pairs, \(report.components) "
        + "component\(report.components == 1 ? "" : "s"), \(report.isolates) without ties; weight "
        + "+\(number(network.positiveWeight)) and -\(number(network.negativeWeight))"
    ]
    lines += notes.map { "note: \($0)" }
    lines.append("")
    lines.append(frustration(report.frustration))
    for partition in report.partitions {
      lines.append("")
      lines += Self.partition(partition, network)
    }
    lines.append("")
    lines += balance(report)
    if let shuffling = report.shuffling {
      lines.append("")
      lines += Self.shuffling(shuffling)
    }
    return lines
  }

  private static func frustration(_ index: FrustrationIndex) -> String {
    let value = bounds(index.value, index.lowerBound, index.isProven)
    guard let normalised = index.normalised else { return "frustration index L = \(value)" }
    let share =
      index.isProven
      ? "\(number(normalised)), exact"
      : "\(number(normalised)) to \(number(index.normalisedAtBound ?? normalised))"
    return "frustration index L = \(value); F = 1 - 2L/m = \(share)"
  }

  private static func bounds(_ cost: Double, _ lower: Double, _ isProven: Bool) -> String {
    isProven
      ? "\(number(cost)), exact"
      : "\(number(lower)) to \(number(cost)), not proven (gap \(number(cost - lower)))"
  }

  private static func partition(
    _ partition: BlockPartition, _ network: SignedNetwork
  ) -> [String] {
    let title =
      switch partition.blocks {
      case nil: "any number of blocks"
      case 1?: "one block"
      case let k?: "at most \(k) blocks"
      }
    let unique =
      switch partition.isUnique {
      case true?: "the only optimum"
      case false?: "not the only optimum"
      case nil: "whether it is the only optimum: cannot tell"
      }
    let optima = partition.optima
    let counted =
      (optima.isExact ? "" : "at least ") + "\(optima.atLeast) optimal "
      + (optima.atLeast == 1 ? "set" : "sets") + " of frustrated ties"
    var lines = [
      "\(title): cost "
        + bounds(partition.cost, partition.lowerBound, partition.isProven)
        + (partition.isProven ? "; \(unique), \(counted)" : "")
    ]
    var members: [Int: [String]] = [:]
    for (name, label) in zip(network.names, partition.labels) {
      if let label { members[label, default: []].append(name) }
    }
    lines += members.sorted { $0.key < $1.key }.map {
      "  \($0.key + 1): " + $0.value.joined(separator: " ")
    }
    let odd = partition.frustrated.prefix(mostOdd).map { i in
      let tie = network.ties[i]
      let sign = tie.net > 0 ? "+" : ""
      return "\(network.names[tie.first])-\(network.names[tie.second]) \(sign)\(number(tie.net))"
    }
    if !odd.isEmpty {
      let more = partition.frustrated.count - odd.count
      lines.append(
        "  at odds: " + odd.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    }
    return lines
  }

  private static func balance(_ report: BalanceReport) -> [String] {
    let triangles = report.triangles
    var lines: [String] = []
    if let share = triangles.share {
      lines.append(
        "triangles: \(number(share)) balanced, exact; +++ \(triangles.counts[0]), ++- "
          + "\(triangles.counts[1]), +-- \(triangles.counts[2]), --- \(triangles.counts[3])")
    } else {
      lines.append("triangles: none")
    }
    if let spectrum = report.spectrum {
      lines.append("walk balance: \(number(spectrum.walkBalance)), exact to rounding")
      if let smallest = spectrum.smallestLaplacian {
        lines.append(
          "smallest eigenvalue of the signed Laplacian: \(number(smallest)), exact to rounding, on "
            + "the largest component of \(spectrum.componentSize)")
      }
    } else if report.network.names.count > SpectralBalance.mostActors {
      lines.append(
        "walk balance, Laplacian: not computed above \(SpectralBalance.mostActors) actors")
    }
    return lines
  }

  private static func shuffling(_ shuffling: SignShuffling) -> [String] {
    var lines = ["against \(shuffling.shuffles) networks with the weights dealt out anew:"]
    func add(_ name: String, _ score: SignShuffling.Score?) {
      guard let score else { return }
      let z =
        if let z = score.z, let error = score.standardError {
          "z = \(number(z)) (standard error \(number(error)))"
        } else {
          "z: cannot tell, the shuffles do not vary"
        }
      lines.append(
        "  \(name): \(number(score.observed)) against mean \(number(score.mean)), sd "
          + "\(number(score.standardDeviation)): \(z), p = \(number(score.p)), n = \(score.n)")
    }
    let isBounded = shuffling.frustrationAtBounds != nil
    add(isBounded ? "F, by the costs found" : "F", shuffling.frustration)
    add("F, by the lower bounds", shuffling.frustrationAtBounds)
    add("balanced triangles", shuffling.triangles)
    add("walk balance", shuffling.walks)
    add("Laplacian eigenvalue (smaller is more balanced)", shuffling.laplacian)
    if shuffling.unproven > 0 {
      lines.append(
        "  the index of \(shuffling.unproven) shuffles is not proven: both ends are given for F")
    }
    return lines
  }

  /// Whole numbers whole, others to four significant digits.
  private static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return String(format: "%.4g", value)
  }
}
