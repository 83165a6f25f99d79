import EntenteRecord

/// States as options name them.
enum StateChoice {
  /// The code, in any case of letters; nil for one that no state or territory has, which would
  /// read as one without events.
  static func code(of text: some StringProtocol) -> ActorCode? {
    ActorCode(text.uppercased()).flatMap { StateResolver.standard.states[$0] == nil ? nil : $0 }
  }

  /// The known code that a word of three letters is nearest to.
  static func near(_ text: some StringProtocol) -> String? {
    let word = text.uppercased()
    guard ActorCode(word) != nil, code(of: word) == nil else { return nil }
    return NearSpelling.of(word, among: StateResolver.standard.states.keys.map(\.text).sorted())
  }
}
