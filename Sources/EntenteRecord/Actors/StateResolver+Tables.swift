extension StateResolver {
  /// Reads a table of codes: `KR=KOR;CS=CSK@/1992-12-31+SRB@2003-02-04/2006-06-04;OS=-sea`.
  static func codes(
    _ table: String, _ states: [ActorCode: KnownState], key: (String) -> String = { $0 }
  ) -> [String: [Candidate]] {
    var out: [String: [Candidate]] = [:]
    for item in table.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      guard let equals = item.firstIndex(of: "=") else { continue }
      let meanings = item[item.index(after: equals)...].split(separator: "+")
      out[key(String(item[..<equals])), default: []] += meanings.compactMap {
        candidate($0, states)
      }
    }
    return out
  }

  /// Reads a table of names: `TWN=Taiwan;Republic of China@1949-12-08/`.
  static func names(
    _ table: String, _ states: [ActorCode: KnownState]
  ) -> [String: [Candidate]] {
    var out: [String: [Candidate]] = [:]
    for line in table.split(separator: "\n") {
      guard let equals = line.firstIndex(of: "=") else { continue }
      for name in line[line.index(after: equals)...].split(separator: ";") {
        let parts = name.split(separator: "@", maxSplits: 1)
        let dates = parts.count > 1 ? "@\(parts[1])" : ""
        guard let candidate = candidate("\(line[..<equals])\(dates)", states) else { continue }
        out[StateNames.key(parts[0]), default: []].append(candidate)
      }
    }
    return out
  }

  /// Reads `KOR`, `CSK@/1992-12-31`, or `-what it is instead:PSE`.
  private static func candidate(
    _ text: some StringProtocol, _ states: [ActorCode: KnownState]
  ) -> Candidate? {
    if text.hasPrefix("-") {
      let body = text.dropFirst()
      let owner = body.suffix(4).first == ":" ? ActorCode(body.suffix(3)) : nil
      let what = owner == nil ? body : body.dropLast(4)
      return Candidate(
        meaning: .other(Resolution.NonState(String(what), belongsTo: owner)), spell: nil)
    }
    let parts = text.split(separator: "@", maxSplits: 1)
    guard let first = parts.first, let code = ActorCode(first), let state = states[code] else {
      return nil
    }
    let spell = parts.count > 1 ? StateSpell(parts[1]) : nil
    if state.isState { return Candidate(meaning: .state(code), spell: spell) }
    let thing = Resolution.NonState(
      state.standing.rawValue, code: code, belongsTo: state.belongsTo)
    return Candidate(meaning: .other(thing), spell: nil)
  }
}

extension StateResolver {
  /// Whatever a system writes for a state or territory, sorted; names as they are compared.
  public func texts(of state: ActorCode, _ system: CodeSystem) -> [String] {
    let table = system == .name ? names : system == .icews ? icews : codes[system] ?? [:]
    return table.filter { _, candidates in
      candidates.contains { candidate in
        switch candidate.meaning {
        case .state(let code): code == state
        case .other(let thing): thing.code == state
        }
      }
    }.keys.sorted()
  }
}
