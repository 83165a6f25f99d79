/// Tells the two Koreas apart in running text, where tables of country names get them wrong.
///
/// A name is read as words. It must carry a mark of one state and none of the other; `Korea` alone
/// carries neither and so belongs to nobody.
public enum KoreanNames {
  /// `KOR`, `PRK`, or nil if the text names neither or could mean both.
  public static func code(for text: some StringProtocol) -> ActorCode? {
    switch reading(of: text) {
    case .north: ActorCode("PRK")
    case .south: ActorCode("KOR")
    case .ambiguous, .other: nil
    }
  }

  /// Whether the text names Korea without saying which.
  public static func isAmbiguous(_ text: some StringProtocol) -> Bool {
    reading(of: text) == .ambiguous
  }

  private enum Reading { case north, south, ambiguous, other }

  private static let korea: Set<String> = ["korea", "koreas", "korean", "koreans"]
  private static let north: Set<String> = [
    "north", "northern", "n", "nth", "democratic", "democr", "dem", "people", "peoples", "people's",
    "peop", "dpr", "pdr", "communist", "pyongyang", "pyeongyang",
  ]
  private static let south: Set<String> = ["south", "southern", "s", "sth", "seoul"]
  /// Words that name a state without the word Korea.
  private static let northAlone: Set<String> = [
    "dprk", "prk", "pyongyang", "pyeongyang", "nkorea", "northkorea",
  ]
  private static let southAlone: Set<String> = ["rok", "kor", "seoul", "skorea", "southkorea"]

  private static func reading(of text: some StringProtocol) -> Reading {
    let words = NameWords.of(text)
    let namesKorea = words.contains { korea.contains($0) }
    let isNorth =
      words.contains { northAlone.contains($0) }
      || namesKorea && words.contains(where: north.contains)
    var isSouth =
      words.contains { southAlone.contains($0) }
      || namesKorea && words.contains(where: south.contains)
    if namesKorea, !isNorth, words.contains(where: { $0 == "republic" || $0 == "rep" }) {
      isSouth = true
    }
    switch (isNorth, isSouth) {
    case (true, false): return .north
    case (false, true): return .south
    case (true, true): return .ambiguous
    case (false, false): return namesKorea ? .ambiguous : .other
    }
  }
}

/// The words of a name, for comparing spellings.
enum NameWords {
  /// Lower-case words without punctuation; `R.O.K.` and `ROK` read alike.
  static func of(_ text: some StringProtocol) -> [String] {
    var words: [String] = []
    for piece in text.lowercased().split(whereSeparator: { isBreak($0) }) {
      let bare = piece.filter { $0.isLetter || $0.isNumber }
      if !bare.isEmpty { words.append(String(bare)) }
    }
    return words.flatMap(afterInitial)
  }

  private static func isBreak(_ character: Character) -> Bool {
    // Full stops and apostrophes stay inside words: `R.O.K.`, `People's`.
    !(character.isLetter || character.isNumber || ".'’".contains(character))
  }

  /// `n.korea` is written without a space after the initial.
  private static func afterInitial(_ word: String) -> [String] {
    switch word {
    case "nkorea": ["n", "korea"]
    case "skorea": ["s", "korea"]
    case "nkorean": ["n", "korean"]
    case "skorean": ["s", "korean"]
    default: [word]
    }
  }
}
