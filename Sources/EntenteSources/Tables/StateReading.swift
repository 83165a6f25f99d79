import EntenteRecord

/// Finds the states of one column, and remembers what it found.
final class StateReading {
  enum Meaning {
    case state(String)
    /// The row is kept without a state, for this reason.
    case none(note: String)
    /// The row cannot be used, for this reason.
    case wrong(String)
  }

  let field: StateField
  private let exceptions: [String: StateField.Exception]
  private var known: [String: [Span?: Meaning]] = [:]

  init(_ field: StateField) {
    self.field = field
    exceptions = Dictionary(
      field.exceptions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter name: the name that stands for a code that is missing.
  func meaning(of code: String, name: String, during span: Span?) -> Meaning {
    let text = code.isEmpty ? name : code
    if text.isEmpty {
      return field.isOptional ? .none(note: "") : .wrong("nothing")
    }
    if let found = known[text]?[span] { return found }
    let found = find(text, code.isEmpty ? .name : field.system, span)
    known[text, default: [:]][span] = found
    return found
  }

  private func find(_ text: String, _ system: CodeSystem, _ span: Span?) -> Meaning {
    if let exception = exceptions[text], let span, span.to <= exception.to {
      return .state(exception.state)
    }
    let resolver = StateResolver.standard
    let found =
      span.map { resolver.state(text, system, during: $0) } ?? resolver.state(text, system)
    switch found {
    case .state(let code): return .state(code.text)
    case .outsideSpell: return .none(note: "without a state: it does not exist on the day")
    case .notAState: return .none(note: "without a state: a territory or region")
    case .ambiguous: return .wrong("\(text): \(found.reason)")
    case .unknown:
      return field.keepsUnknown
        ? .none(note: "without a state: a code that the state tables do not have")
        : .wrong("\(text): \(found.reason)")
    }
  }
}
