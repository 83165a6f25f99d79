public import EntenteRecord

/// A division of states into blocs; every state is in one.
///
/// Written `CHN PRK RUS | JPN KOR USA`: states in alphabetical order, blocs by their first state, so
/// that equal divisions are equal values.
public struct Partition: Hashable, Sendable, CustomStringConvertible {
  public let blocs: [[ActorCode]]

  /// Nil if a state is named twice or a bloc is empty.
  public init?(_ blocs: [[ActorCode]]) {
    let all = blocs.flatMap { $0 }
    guard Set(all).count == all.count, !blocs.isEmpty, blocs.allSatisfy({ !$0.isEmpty }) else {
      return nil
    }
    self.init(sorting: blocs)
  }

  /// From the bloc of each state; `labels` is aligned with `actors`.
  init(labels: [Int], actors: [ActorCode]) {
    var blocs: [Int: [ActorCode]] = [:]
    for (label, actor) in zip(labels, actors) { blocs[label, default: []].append(actor) }
    self.init(sorting: Array(blocs.values))
  }

  private init(sorting blocs: [[ActorCode]]) {
    self.blocs = blocs.map { $0.sorted() }.sorted { left, right in
      left.lexicographicallyPrecedes(right)
    }
  }

  public var actors: [ActorCode] { blocs.flatMap { $0 }.sorted() }

  /// Pairs inside a bloc, by bloc.
  public var legs: [[Dyad]] { blocs.map { Dyad.all(of: $0) } }

  /// Pairs across blocs, in alphabetical order.
  public var crosses: [Dyad] {
    let inside = Set(legs.flatMap { $0 })
    return Dyad.all(of: actors).filter { !inside.contains($0) }
  }

  public var description: String {
    blocs.map { $0.map(\.text).joined(separator: " ") }.joined(separator: " | ")
  }
}

extension Partition: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    let names = text.split(separator: "|").map { $0.split(separator: " ") }
    let blocs = names.map { $0.compactMap { ActorCode($0) } }
    guard blocs.map(\.count) == names.map(\.count), let partition = Partition(blocs) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "expected blocs like CHN PRK RUS | JPN KOR USA, found \(text)")
    }
    self = partition
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
