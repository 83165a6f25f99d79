public import EntenteRecord
import EntenteStructure

/// What a test measures.
public enum Quantity: Hashable, Sendable {
  case affinity(Dyad)
  case series(String, Subject)
  case attribute(String, Subject)
  /// A built-in measure by name, of a subject where it needs one.
  case measure(String, Subject?)

  /// As the case file has it: `trade-share of PRK>CHN`.
  public var label: String { name { $0 } }

  /// As a sentence has it: `“Share of a partner in a state's goods trade” of PRK>CHN`.
  ///
  /// Ids of series mean nothing to whoever did not write the case.
  public func label(in subject: Case) -> String {
    name { id in
      switch self {
      case .series: subject.series(id).map { Phrase.quoted($0.declaration.title) } ?? id
      case .attribute: Self.attributes[id] ?? id.replacing("-", with: " ")
      case .measure:
        MeasureCatalog.all.first { $0.name == id }.map { Phrase.quoted($0.title) } ?? id
      case .affinity: id
      }
    }
  }

  private func name(_ title: (String) -> String) -> String {
    switch self {
    case .affinity(let dyad): "affinity of \(dyad)"
    case .series(let id, let subject), .attribute(let id, let subject):
      "\(title(id)) of \(subject)"
    case .measure(let id, let subject): subject.map { "\(title(id)) of \($0)" } ?? title(id)
    }
  }

  /// Variables of `attributes.csv` whose short names do not explain themselves.
  private static let attributes = [
    "cinc": "capability (CINC)", "gdp": "GDP", "milex": "military spending",
    "milex-current": "military spending at current prices",
    "milex-gdp-share": "the share of military spending in GDP",
    "trade-gdp-share": "the share of that trade in GDP",
    "prk-trade-total": "the foreign trade",
  ]
}
