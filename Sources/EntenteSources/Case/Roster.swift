import EntenteRecord

/// The actors of a case, for whoever must look one up.
final class Roster {
  let codes = Register("actor")
  /// For hints only.
  var names = ActorNames([])
  var core: [ActorCode] = []

  /// A known actor; otherwise a fault with the nearest code.
  func resolve(_ cell: Cell) -> ActorCode? {
    if let code = ActorCode(cell.text), codes.contains(code.text) || codes.isUnknown { return code }
    let meant = names.code(for: cell.text)?.text
    let hint =
      KoreanNames.isAmbiguous(cell.text)
      ? "write KOR for the South and PRK for the North"
      : meant.map { "did you mean \($0)?" } ?? codes.hint(for: cell.text)
    let isCode = ActorCode(cell.text) != nil
    cell.fault(
      expected: isCode ? "an actor of the case" : "an actor's code like KOR", hint: hint)
    return nil
  }

  /// Known actors, each once.
  func resolve(all cells: [Cell]) -> [ActorCode] {
    var seen: Set<ActorCode> = []
    return cells.compactMap { cell in
      guard let code = resolve(cell) else { return nil }
      guard seen.insert(code).inserted else {
        cell.fault(expected: "each actor once", found: "\(code) twice")
        return nil
      }
      return code
    }
  }

  /// What a value belongs to, all its states known.
  func subject(_ cell: Cell) -> Subject? {
    guard let subject = Subject(cell.text) else {
      cell.fault(
        expected: "KOR, CHN-PRK, CHN>PRK or world",
        hint: names.code(for: cell.text).map { "did you mean \($0)?" })
      return nil
    }
    let known = subject.actors.filter { resolve(cell.part($0.text)) != nil }
    return known.count == subject.actors.count ? subject : nil
  }
}
