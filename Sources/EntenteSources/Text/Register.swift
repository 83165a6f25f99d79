import EntenteRecord

/// The names of one kind that a case defines, with the place of each: what later text may refer to.
///
/// A name is entered even if the rest of its entry is faulty, so that one fault does not make many.
final class Register {
  /// What the names are, as a message says it: `event id`.
  let kind: String
  private(set) var places: [String: Place] = [:]
  /// Set when the file that defines the names could not be read: then nothing is known to be missing.
  var isUnknown = false

  init(_ kind: String) { self.kind = kind }

  func contains(_ name: String) -> Bool { places[name] != nil }

  /// Enters a name; a second use is a fault.
  func define(_ cell: Cell) {
    if let first = places[cell.text] {
      cell.fault(
        expected: "a new \(kind)", found: Fault.quoted(cell.text), hint: "first used at \(first)")
    } else {
      places[cell.text] = cell.place
    }
  }

  /// The name if it is known; otherwise a fault with the nearest one.
  func resolve(_ cell: Cell) -> String? {
    if contains(cell.text) || isUnknown { return cell.text }
    cell.fault(expected: article, found: Fault.quoted(cell.text), hint: hint(for: cell.text))
    return nil
  }

  private var article: String {
    ("aeiou".contains(kind.prefix(1)) ? "an " : "a ") + kind + " of the case"
  }

  func hint(for text: String) -> String? {
    if let near = NearSpelling.of(text, among: places.keys) { return "did you mean \(near)?" }
    if places.isEmpty { return "the case defines none" }
    guard places.count <= 12 else { return nil }
    return "known: " + places.keys.sorted().joined(separator: ", ")
  }
}
