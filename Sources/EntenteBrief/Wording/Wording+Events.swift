import Foundation

extension Wording {
  /// An event in few words: its text up to the first break of thought.
  public static func title(of text: String) -> String {
    let ends: [Character] = [":", ";", ",", "("]
    let head = text.prefix { !ends.contains($0) }.trimmingCharacters(in: .whitespaces)
    return head.count >= 8 ? head : text
  }

  /// A sentence with titles in place of ids such as `camp-david-2023`; an id without a title stays.
  static func replacingIDs(in sentence: String, by title: (String) -> String?) -> String {
    sentence.replacing(/\b[a-z0-9]+(?:[-.][a-z0-9]+)+\b/) { match in
      title(String(match.0)) ?? String(match.0)
    }
  }
}
