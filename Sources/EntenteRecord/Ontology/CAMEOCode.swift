/// A code of CAMEO, the ontology of GDELT and ICEWS: what the event is, and what it scores.
public struct CAMEOCode: Hashable, Sendable {
  public let code: PackedCode
  public let name: String
  /// Goldstein score of ICEWS, -10 to 10.
  public let goldsteinICEWS: Float
  /// Goldstein score of GDELT's lookup table; nil for 106 and 1213, which it lacks.
  public let goldsteinGDELT: Float?
  /// Grouping of the `icews` package, which is no column of the data.
  public let quadICEWS: QuadClass
  public let quadGDELT: QuadClass

  /// 0 for two digits, 1 for three, 2 for four.
  public var level: Int { code.digits - 2 }
  /// The first two digits: `14` of `1411`.
  public var root: PackedCode { PackedCode(code.description.prefix(2)) ?? .none }
  /// The first three digits; nil for a root.
  public var base: PackedCode? {
    code.digits < 3 ? nil : PackedCode(code.description.prefix(3))
  }

  public func goldstein(_ coding: EventCoding) -> Float? {
    switch coding {
    case .icews: goldsteinICEWS
    case .gdelt: goldsteinGDELT
    }
  }

  public func quad(_ coding: EventCoding) -> QuadClass {
    switch coding {
    case .icews: quadICEWS
    case .gdelt: quadGDELT
    }
  }

  /// Reads a line of `CAMEOData`.
  init?(line: some StringProtocol) {
    let fields = line.split(separator: "|", maxSplits: 5, omittingEmptySubsequences: false)
    guard fields.count == 6, let code = PackedCode(fields[0]), let icews = Float(fields[1]),
      let quadICEWS = UInt8(fields[3]).flatMap(QuadClass.init(rawValue:)),
      let quadGDELT = UInt8(fields[4]).flatMap(QuadClass.init(rawValue:))
    else { return nil }
    self.code = code
    goldsteinICEWS = icews
    goldsteinGDELT = Float(fields[2])
    self.quadICEWS = quadICEWS
    self.quadGDELT = quadGDELT
    name = String(fields[5])
  }
}
