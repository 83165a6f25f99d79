/// What a value of a series or an attribute belongs to.
public enum Subject: Hashable, Sendable {
  case world
  case state(ActorCode)
  case pair(Dyad)
  /// From one state towards another.
  case directed(from: ActorCode, to: ActorCode)

  /// Reads `world`, `KOR`, `CHN-PRK` (either order) or `CHN>PRK`.
  public init?(_ text: some StringProtocol) {
    if text == "world" {
      self = .world
    } else if let code = ActorCode(text) {
      self = .state(code)
    } else if let dyad = Dyad(text) {
      self = .pair(dyad)
    } else {
      let parts = text.split(separator: ">", omittingEmptySubsequences: false)
      guard parts.count == 2, let a = ActorCode(parts[0]), let b = ActorCode(parts[1]), a != b
      else { return nil }
      self = .directed(from: a, to: b)
    }
  }

  /// The states it names.
  public var actors: [ActorCode] {
    switch self {
    case .world: []
    case .state(let code): [code]
    case .pair(let dyad): [dyad.first, dyad.second]
    case .directed(let from, let to): [from, to]
    }
  }
}

extension Subject: Codable, CustomStringConvertible {
  public var description: String {
    switch self {
    case .world: "world"
    case .state(let code): code.text
    case .pair(let dyad): dyad.description
    case .directed(let from, let to): "\(from)>\(to)"
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let subject = Subject(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "expected KOR, CHN-PRK, CHN>PRK or world, found \(text)")
    }
    self = subject
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
