import EntenteRecord

/// A finding as JSON.
struct FactRow: Encodable {
  let id: String
  let finding: String
  let source: String
  let known: String
  let note: String

  init(_ fact: Fact) {
    id = fact.id
    finding = fact.finding
    source = fact.source
    known = fact.known.rawValue
    note = fact.note
  }
}
