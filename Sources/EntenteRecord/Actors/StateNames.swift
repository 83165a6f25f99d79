/// The spelling under which names of states are compared.
enum StateNames {
  /// Lower-case words without accents, punctuation and articles; `St.` reads as `Saint`.
  static func key(_ text: some StringProtocol) -> String {
    let plain = String(text.flatMap(unaccented))
    return NameWords.of(plain).compactMap { word in
      switch word {
      case "the": nil
      case "st": "saint"
      default: word
      }
    }.joined(separator: " ")
  }

  /// Without ASCII spaces around it.
  static func trimmed(_ text: String) -> String {
    guard text.utf8.first.map(isSpace) == true || text.utf8.last.map(isSpace) == true else {
      return text
    }
    let utf8 = text.utf8
    let front = utf8.prefix(while: isSpace).count
    let back = utf8.reversed().prefix(while: isSpace).count
    guard front < utf8.count else { return "" }
    return String(
      decoding: utf8.dropFirst(front).dropLast(back), as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte >= 9 && byte <= 13 }

  private static func unaccented(_ character: Character) -> String {
    switch character {
    case "&": " and "
    case "à", "á", "â", "ã", "ä", "å": "a"
    case "ç": "c"
    case "è", "é", "ê", "ë": "e"
    case "ì", "í", "î", "ï": "i"
    case "ñ": "n"
    case "ò", "ó", "ô", "õ", "ö", "ø": "o"
    case "ù", "ú", "û", "ü": "u"
    case "ý", "ÿ": "y"
    case "Å", "Á", "À", "Â", "Ä": "A"
    case "É": "E"
    case "Ö", "Ó": "O"
    case "Ü": "U"
    default: String(character)
    }
  }
}
