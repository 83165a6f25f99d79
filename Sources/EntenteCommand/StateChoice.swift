import ArgumentParser
import EntenteRecord

/// States as options name them.
enum StateChoice {
  /// The states of a list like `CHN,PRK`, in any case of letters.
  ///
  /// - Throws: `ValidationError` for a code that no state or territory has, which would read as one
  ///   without events.
  static func codes(_ text: String, option: String) throws -> Set<ActorCode> {
    let known = StateResolver.standard.states
    return try Set(
      text.split(separator: ",", omittingEmptySubsequences: false).map { word in
        let code = ActorCode(word.uppercased())
        if let code, known[code] != nil { return code }
        let near = code.flatMap { NearSpelling.of($0.text, among: known.keys.map(\.text).sorted()) }
        throw ValidationError(
          "--\(option): expected codes of three letters like CHN,PRK, found \(Fault.quoted(word))"
            + (near.map { "; did you mean \($0)?" } ?? ""))
      })
  }
}
