/// The ontology of POLECAT: sixteen types of events, their modes and contexts.
///
/// The tables are those of the manual with its defects mended; `docs/ontology.md` lists them.
/// Statements (CAMEO 01 and 02), which PLOVER drops, are kept as ``EventType/statement``.
///
/// - SeeAlso: Open Event Data Alliance, *PLOVER Manual*, draft 0.8; Halterman et al. (2023),
///   arXiv:2304.01331.
public enum PLOVER {
  /// A way in which events of a type happen: `visit` of CONSULT.
  public struct Mode: Hashable, Sendable {
    /// Position in the pinned table, from 1; records hold it.
    public let index: UInt8
    public let type: EventType
    public let name: String
    /// -10 to 10.
    public let score: Float
  }

  /// All 67 modes in their pinned order.
  public static let modes: [Mode] = PLOVERData.modes.split(separator: "\n").enumerated()
    .compactMap { position, line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      guard fields.count == 3, let type = EventType(rawValue: String(fields[0])),
        let score = Float(fields[2])
      else { return nil }
      return Mode(
        index: UInt8(position + 1), type: type, name: String(fields[1]), score: score)
    }

  /// All 37 contexts in their pinned order; the first is bit 0 of a set of them.
  public static let contexts: [String] = PLOVERData.contexts
    .split(whereSeparator: { $0 == "\n" || $0 == ";" }).map(String.init)

  private static let types: [EventType: (quad: QuadClass, score: Float)] = Dictionary(
    PLOVERData.events.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "|")
      guard fields.count == 3, let type = EventType(rawValue: String(fields[0])),
        let quad = UInt8(fields[1]).flatMap(QuadClass.init(rawValue:)), let score = Float(fields[2])
      else { return nil }
      return (type, (quad, score))
    }, uniquingKeysWith: { first, _ in first })

  /// The mode at a position of the pinned table; nil for 0 and beyond.
  public static func mode(_ index: UInt8) -> Mode? {
    index >= 1 && Int(index) <= modes.count ? modes[Int(index) - 1] : nil
  }

  /// The mode of a type by its name.
  public static func mode(_ name: some StringProtocol, of type: EventType) -> Mode? {
    modes.first { $0.type == type && $0.name == name }
  }

  /// The class of a type; nil for statements, which PLOVER does not class.
  public static func quad(_ type: EventType) -> QuadClass? { types[type]?.quad }

  /// The score of a type, or of its mode where one is given, -10 to 10; nil for statements.
  public static func score(_ type: EventType, mode: Mode? = nil) -> Float? {
    if let mode, mode.type == type { return mode.score }
    return types[type]?.score
  }
}
