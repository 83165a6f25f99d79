extension EventType {
  /// The type in one byte, as the columns of a record hold it: 1 to 17; 0 is no type.
  ///
  /// The numbers stand on disk and never change, whatever the order of the cases.
  public var index: UInt8 {
    switch self {
    case .agree: 1
    case .consult: 2
    case .support: 3
    case .concede: 4
    case .cooperate: 5
    case .aid: 6
    case .retreat: 7
    case .request: 8
    case .accuse: 9
    case .reject: 10
    case .threaten: 11
    case .protest: 12
    case .sanction: 13
    case .mobilize: 14
    case .coerce: 15
    case .assault: 16
    case .statement: 17
    }
  }

  /// Nil for 0 and for numbers that no type has.
  public init?(index: UInt8) {
    guard let type = EventType.allCases.first(where: { $0.index == index }) else { return nil }
    self = type
  }
}
