/// What a CAMEO code is in PLOVER.
public struct PLOVERCoding: Hashable, Sendable {
  public let type: EventType
  public let mode: PLOVER.Mode?
  /// Contexts that the code implies, in the manual's order.
  public let contexts: [String]

  /// The coding of a CAMEO code; nil where CAMEO has no such root.
  ///
  /// A code that the table lacks is coded as the nearest one above it. 01 and 02 and all below them
  /// are statements.
  public init?(_ code: PackedCode) {
    var digits = code.description
    while digits.utf8.count >= 2 {
      if let found = PLOVERCoding.byCode[digits] {
        self = found
        return
      }
      digits.removeLast()
    }
    return nil
  }

  private init(type: EventType, mode: PLOVER.Mode?, contexts: [String]) {
    self.type = type
    self.mode = mode
    self.contexts = contexts
  }

  private static let byCode: [String: PLOVERCoding] = {
    let statement = PLOVERCoding(type: .statement, mode: nil, contexts: [])
    var table = ["01": statement, "02": statement]
    for line in PLOVERData.codes.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      guard fields.count == 4, let type = EventType(rawValue: String(fields[1])) else { continue }
      let named = Set(fields[3].split(separator: ";").map(String.init))
      table[String(fields[0])] = PLOVERCoding(
        type: type, mode: fields[2].isEmpty ? nil : PLOVER.mode(fields[2], of: type),
        contexts: PLOVER.contexts.filter(named.contains))
    }
    return table
  }()
}
