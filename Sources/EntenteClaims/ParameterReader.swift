public import EntenteRecord

/// Reads a test's parameters against its case, and gathers what is wrong with them.
///
/// After a fault it goes on with a harmless value, so that one run finds every fault; a test with
/// faults is never used.
public final class ParameterReader {
  public let subject: Case
  public private(set) var faults: [Fault] = []
  private let node: CaseNode
  private let partial: PartialCase?
  private var known: Set<String> = []
  /// A name was missing that an entry with a fault may define: what the values then amount to is
  /// not known.
  private var isIncomplete = false

  public init(_ node: CaseNode, of subject: Case, partial: PartialCase? = nil) {
    self.node = node
    self.subject = subject
    self.partial = partial
  }

  /// Something is wrong with what the values amount to.
  public func fault(
    _ node: CaseNode?, _ key: String, expected: String, found: String, hint: String? = nil
  ) {
    guard !isIncomplete else { return }
    add(node, key, expected: expected, found: found, hint: hint)
  }

  private func add(
    _ node: CaseNode?, _ key: String, expected: String, found: String, hint: String? = nil
  ) {
    faults.append(
      Fault((node ?? self.node).place, key, expected: expected, found: found, hint: hint))
  }

  /// A name that the case does not have: a fault, unless an entry that could not be read may
  /// define it.
  public func unknown(
    _ name: String, at node: CaseNode?, _ key: String, expected: String,
    among names: some Sequence<String>, hint: String? = nil
  ) {
    if let partial, partial.mayDefine(name) {
      isIncomplete = true
    } else {
      add(
        node, key, expected: expected, found: Fault.quoted(name),
        hint: hint ?? NearSpelling.of(name, among: names).map { "did you mean \($0)?" })
    }
  }

  /// A value that the case lacks: a fault, unless files of the case have faults.
  private func missing(
    _ node: CaseNode?, _ key: String, expected: String, found: String, hint: String?
  ) {
    if partial != nil {
      isIncomplete = true
    } else {
      add(node, key, expected: expected, found: found, hint: hint)
    }
  }

  /// The node under a key; nil, without a fault, if there is none.
  public func optional(_ key: String) -> CaseNode? {
    known.insert(key)
    return node[key]
  }

  public func required(_ key: String, _ expected: String) -> CaseNode? {
    let found = optional(key)
    if found == nil { add(nil, key, expected: expected, found: "nothing") }
    return found
  }

  /// Call last: keys that nobody asked for are faults.
  public func finish() {
    for entry in node.entries where !known.contains(entry.key) {
      add(
        entry.value, entry.key, expected: "one of " + known.sorted().joined(separator: ", "),
        found: "an unknown key",
        hint: NearSpelling.of(entry.key, among: known).map { "did you mean \($0)?" })
    }
  }

  // MARK: - Values

  public func text(_ key: String, _ expected: String) -> String {
    guard let node = required(key, expected) else { return "" }
    guard let text = node.text else {
      add(node, key, expected: expected, found: "a list or map")
      return ""
    }
    return text
  }

  public func choice(_ key: String, _ options: [String], default fallback: String? = nil) -> String
  {
    let expected = "one of " + options.joined(separator: ", ")
    guard let node = fallback == nil ? required(key, expected) : optional(key) else {
      return fallback ?? options[0]
    }
    guard let text = node.text, options.contains(text) else {
      add(
        node, key, expected: expected, found: Fault.quoted(node.text ?? "a list or map"),
        hint: node.text.flatMap { NearSpelling.of($0, among: options) }.map {
          "did you mean \($0)?"
        })
      return fallback ?? options[0]
    }
    return text
  }

  public func number(_ key: String, default fallback: Double? = nil) -> Double {
    guard let node = fallback == nil ? required(key, "a number") : optional(key) else {
      return fallback ?? 0
    }
    guard let value = node.text.flatMap(Double.init), value.isFinite else {
      add(node, key, expected: "a number", found: Fault.quoted(node.text ?? "a list or map"))
      return fallback ?? 0
    }
    return value
  }

  public func flag(_ key: String) -> Bool {
    guard let node = optional(key) else { return false }
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      add(node, key, expected: "true or false", found: Fault.quoted(node.text ?? "a list or map"))
      return false
    }
  }

  public func texts(_ key: String) -> [String] {
    guard let node = optional(key) else { return [] }
    return node.items.compactMap { item in
      if let text = item.text { return text }
      add(item, key, expected: "a list of ids", found: "a list or map inside it")
      return nil
    }
  }

  // MARK: - Things of the case

  public func actor(_ node: CaseNode, _ key: String) -> ActorCode? {
    let text = node.text ?? ""
    if let code = ActorCode(text), subject.actor(code) != nil { return code }
    unknown(
      text, at: node, key, expected: "the code of a state of the case",
      among: subject.actors.map(\.code.text))
    return nil
  }

  public func actors(_ key: String) -> [ActorCode] {
    optional(key)?.items.compactMap { actor($0, key) } ?? []
  }

  public func events(_ key: String, required isRequired: Bool = true) -> [Event] {
    guard let node = isRequired ? required(key, "a list of event ids") : optional(key) else {
      return []
    }
    return node.items.compactMap { event($0, key) }
  }

  public func event(_ node: CaseNode, _ key: String) -> Event? {
    let text = node.text ?? ""
    if let event = subject.event(text) { return event }
    unknown(
      text, at: node, key, expected: "the id of an event of the chronology",
      among: subject.events.map(\.id))
    return nil
  }

  public func dyad(_ node: CaseNode, _ key: String) -> Dyad? {
    let text = node.text ?? ""
    if let dyad = Dyad(text), subject.actor(dyad.first) != nil, subject.actor(dyad.second) != nil {
      return dyad
    }
    let codes = Dyad(text).map { [$0.first.text, $0.second.text] } ?? []
    let lacking = codes.filter { code in !subject.actors.contains { $0.code.text == code } }
    if let partial, !lacking.isEmpty, lacking.allSatisfy(partial.mayDefine) {
      isIncomplete = true
    } else {
      add(
        node, key, expected: "a pair of states of the case, like CHN-PRK",
        found: Fault.quoted(text))
    }
    return nil
  }

  public func dyads(_ key: String) -> [Dyad] {
    guard let node = required(key, "a list of pairs") else { return [] }
    return node.items.compactMap { dyad($0, key) }
  }

  public func span(_ key: String) -> Span? {
    guard let node = optional(key) else { return nil }
    let extra = node.entries.map(\.key).filter { $0 != "from" && $0 != "to" }
    guard let from = node["from"]?.text.flatMap({ Day($0) }),
      let to = node["to"]?.text.flatMap({ Day($0) }), let span = Span(from: from, to: to),
      extra.isEmpty
    else {
      add(
        node, key, expected: "{from: 2023-01-01, to: 2023-12-31}, from not after to",
        found: "something else")
      return nil
    }
    return span
  }

  public func requiredSpan(_ key: String) -> Span {
    if optional(key) == nil { _ = required(key, "{from: ..., to: ...}") }
    return span(key) ?? subject.window
  }

  /// A direction for each response: one for all, or a map from pair to direction.
  public func directions(_ key: String, for responses: [Dyad]) -> [Dyad: Int] {
    guard let node = required(key, "up or down") else { return [:] }
    func sign(_ node: CaseNode) -> Int? {
      switch node.text {
      case "up": return 1
      case "down": return -1
      default:
        add(
          node, key, expected: "up or down", found: Fault.quoted(node.text ?? "a list or map"))
        return nil
      }
    }
    if node.entries.isEmpty {
      let one = sign(node) ?? 1
      return Dictionary(responses.map { ($0, one) }, uniquingKeysWith: { a, _ in a })
    }
    var result: [Dyad: Int] = [:]
    for entry in node.entries {
      guard let dyad = Dyad(entry.key), responses.contains(dyad) else {
        fault(
          entry.value, key, expected: "one of the responses", found: Fault.quoted(entry.key))
        continue
      }
      result[dyad] = sign(entry.value)
    }
    return result
  }

  /// `{series: ID, of: SUBJECT}`, or a pair for its affinity.
  public func quantity(_ node: CaseNode?, _ key: String) -> Quantity? {
    guard let node else { return nil }
    if let text = node.text {
      if Dyad(text) != nil { return dyad(node, key).map { .affinity($0) } }
      return .measure(text, nil)
    }
    if let pair = node["affinity"] { return dyad(pair, key).map { .affinity($0) } }
    let name = node["series"] ?? node["attribute"]
    guard let name, let id = name.text, let of = node["of"]?.text, let subject = Subject(of) else {
      add(
        node, key,
        expected:
          "a pair, {series: ID, of: KOR}, {attribute: NAME, of: KOR} or {affinity: CHN-PRK}",
        found: "something else")
      return nil
    }
    if node["attribute"] != nil {
      guard self.subject.attributes.contains(where: { $0.variable == id && $0.subject == subject })
      else {
        let names = Set(self.subject.attributes.map(\.variable))
        missing(
          name, key, expected: "an attribute that \(of) has", found: Fault.quoted(id),
          hint: NearSpelling.of(id, among: names).map { "the nearest is \($0)" })
        return nil
      }
      return .attribute(id, subject)
    }
    guard let series = self.subject.series(id) else {
      unknown(
        id, at: name, key, expected: "the id of a series",
        among: self.subject.series.map(\.declaration.id))
      return nil
    }
    guard series.observations[subject] != nil else {
      missing(
        node, key, expected: "something that series \(id) measures", found: Fault.quoted(of),
        hint: "it has "
          + series.observations.keys.map(\.description).sorted().prefix(12).joined(separator: ", "))
      return nil
    }
    return .series(id, subject)
  }
}
