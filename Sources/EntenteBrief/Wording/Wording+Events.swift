import Foundation

extension Wording {
  /// Characters that a title may have.
  private static let longestTitle = 80

  /// An event in few words that still say what happened.
  ///
  /// What stands in brackets is left out, and what follows a colon or a semicolon. A comma ends the
  /// title only before an afterthought (`first since 2019`, `citing …`): names and lists have commas
  /// too, and `Zhao Leji` is no title of `Zhao Leji, China's third-ranked leader, visits Pyongyang`.
  public static func title(of text: String) -> String {
    let whole = text.trimmingCharacters(in: .whitespaces)
    let bare = whole.replacing(/\s*\([^()]*\)/, with: "").trimmingCharacters(in: .whitespaces)
    let head = bare.firstMatch(of: /[:;](?=\s)/).map { mark in
      String(bare[..<mark.range.lowerBound]).trimmingCharacters(in: .whitespaces)
    }
    let thought = head.flatMap { $0.count >= 8 && words($0) > 1 ? $0 : nil } ?? bare
    let title = withoutAfterthought(thought)
    return title.isEmpty ? whole : cut(title, to: longestTitle)
  }

  private static func words(_ text: some StringProtocol) -> Int {
    text.split(separator: " ").count
  }

  private static func withoutAfterthought(_ text: String) -> String {
    guard let comma = text.firstRange(of: ", ") else { return text }
    let head = text[..<comma.lowerBound]
    let next = text[comma.upperBound...].split(separator: " ").first { $0 != "the" } ?? ""
    let isAfterthought = ["first", "last", "second"].contains(next) || next.hasSuffix("ing")
    let isSentence = words(head) >= (isAfterthought ? 4 : 6)
    return isSentence && (isAfterthought || text.count > longestTitle) ? String(head) : text
  }

  /// The text cut behind a word, with an ellipsis where something was cut.
  private static func cut(_ text: String, to length: Int) -> String {
    guard text.count > length else { return text }
    let start = text.prefix(length)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<end].trimmingCharacters(in: CharacterSet(charactersIn: " ,")) + "…"
  }

  /// A sentence with titles in place of ids such as `camp-david-2023`; an id without a title stays.
  static func replacingIDs(in sentence: String, by title: (String) -> String?) -> String {
    sentence.replacing(/\b[a-z0-9]+(?:[-.][a-z0-9]+)+\b/) { match in
      title(String(match.0)) ?? String(match.0)
    }
  }

  /// A name as it stands in a sentence: `the United States`.
  static func inSentence(_ name: String) -> String {
    let plurals = ["States", "Kingdom", "Emirates", "Islands", "Netherlands", "Philippines"]
    let needsArticle = name.split(separator: " ").last.map { plurals.contains(String($0)) } ?? false
    return needsArticle ? "the " + name : name
  }

  /// A group's title in mid-sentence: `The axis` and `axis` as `the axis`.
  static func soft(_ title: String) -> String {
    title.hasPrefix("The ") || title.hasPrefix("the ")
      ? title.prefix(1).lowercased() + title.dropFirst() : "the " + title
  }

  /// The same at the start of a sentence: `The axis`.
  static func softAtStart(_ title: String) -> String { capitalised(soft(title)) }

  /// Whether a title names several: `Northern islands`, but not `axis`, `caucus` or `Congress`.
  static func isPlural(_ title: String) -> Bool {
    title.hasSuffix("s") && !["is", "us", "ss"].contains(String(title.suffix(2)))
  }
}
