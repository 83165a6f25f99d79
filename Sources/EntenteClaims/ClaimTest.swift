public import EntenteRecord

/// A way to settle a claim, from the closed vocabulary of `docs/case-format.md`.
///
/// A new test is one new file in `ClaimTests/`, named for its type; the catalog is written at build
/// time. It reads its parameters once, says which choices change what it sees, and gives an outcome
/// under any settings. Outcomes depend on parameters and settings alone.
public protocol ClaimTest: Sendable {
  /// As written in `claims.yaml`.
  static var name: String { get }
  /// Whether it speaks of causes: causal tests decide the parts they stand in.
  static var isCausal: Bool { get }

  /// Reads parameters; what is wrong goes into the reader's faults.
  init(_ reader: ParameterReader)

  /// The choices that change this test's input.
  func choices(in analysis: CaseAnalysis) -> [ChoiceDimension]

  /// What it finds.
  func outcome(_ id: String, under settings: Settings, in analysis: CaseAnalysis) -> TestOutcome
}

extension ClaimTest {
  public static var isCausal: Bool { false }
  public func choices(in analysis: CaseAnalysis) -> [ChoiceDimension] { [] }
}

extension ClaimTestCatalog {
  /// The test of that name.
  public static func named(_ name: String) -> (any ClaimTest.Type)? {
    all.first { $0.name == name }
  }

  /// All names, in alphabetical order.
  public static var names: [String] { all.map { $0.name }.sorted() }

  /// Everything that is wrong with the tests of a case's claims.
  public static func faults(in subject: Case) -> [Fault] {
    faults(in: subject, partial: nil)
  }

  /// Everything that is wrong with the tests of a case whose files have faults of their own, but
  /// for names whose entries could not be read and what follows from them.
  public static func faults(in partial: PartialCase) -> [Fault] {
    faults(in: partial.value, partial: partial)
  }

  private static func faults(in subject: Case, partial: PartialCase?) -> [Fault] {
    subject.claims.flatMap(\.parts).flatMap(\.tests).flatMap {
      read($0, of: subject, partial: partial).faults
    }
  }

  /// A test made from its specification, or the faults that forbid it.
  static func read(
    _ specification: TestSpecification, of subject: Case, partial: PartialCase? = nil
  ) -> (test: (any ClaimTest)?, faults: [Fault]) {
    guard let type = named(specification.name) else {
      let fault = Fault(
        specification.place, "test", expected: "one of " + names.joined(separator: ", "),
        found: Fault.quoted(specification.name),
        hint: NearSpelling.of(specification.name, among: names).map { "did you mean \($0)?" })
      return (nil, [fault])
    }
    let reader = ParameterReader(specification.parameters, of: subject, partial: partial)
    let test = type.init(reader)
    reader.finish()
    return reader.faults.isEmpty ? (test, []) : (nil, reader.faults)
  }
}
