/// Finds the state that a written name means.
///
/// Names are compared without regard to case and punctuation. The two
/// Koreas go through ``KoreanNames`` first, so that no alias can make one answer for the other.
public struct ActorNames: Sendable {
  private struct Entry: Sendable {
    let code: ActorCode
    let from: Day?
    let to: Day?
  }

  private var entries: [String: [Entry]] = [:]
  private let codes: Set<ActorCode>

  public init(_ actors: [Actor]) {
    codes = Set(actors.map(\.code))
    for actor in actors {
      add(actor.code.text, Entry(code: actor.code, from: nil, to: nil))
      for alias in actor.aliases { add(alias, Entry(code: actor.code, from: nil, to: nil)) }
      for name in actor.names {
        add(name.name, Entry(code: actor.code, from: name.from, to: name.to))
      }
    }
  }

  /// The state meant by `text`, on `day` where the name is a dated one.
  ///
  /// Missing data: nil if nobody bears the name, if several do, or for `Korea` alone.
  public func code(for text: some StringProtocol, on day: Day? = nil) -> ActorCode? {
    if KoreanNames.isAmbiguous(text) { return nil }
    if let korean = KoreanNames.code(for: text) { return codes.contains(korean) ? korean : nil }
    let found = (entries[ActorNames.key(text)] ?? []).filter { entry in
      guard let day else { return true }
      return (entry.from ?? day) <= day && day <= (entry.to ?? day)
    }
    let candidates = Set(found.map(\.code))
    return candidates.count == 1 ? candidates.first : nil
  }

  /// The spelling under which names are compared.
  public static func key(_ text: some StringProtocol) -> String {
    NameWords.of(text).joined(separator: " ")
  }

  private mutating func add(_ name: String, _ entry: Entry) {
    entries[ActorNames.key(name), default: []].append(entry)
  }
}
