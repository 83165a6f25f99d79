/// The rules by which outcomes make the verdict of a part, and parts that of a claim.
///
/// Written out in `docs/verdicts.md`; nothing else in the program combines verdicts.
public enum Combining {
  /// The verdict of a part from its tests' verdicts; `isCausal` says which tests speak of causes.
  ///
  /// - Causal tests decide the part they stand in; other tests beside them are conditions that
  ///   must hold: they can spoil support, and contradict where no causal test decides.
  /// - More than half supported and none contradicted: supported; likewise contradicted.
  /// - Both kinds, or exactly half supported: mixed. Otherwise it cannot be told.
  public static func part(_ tests: [(verdict: Verdict, isCausal: Bool)]) -> Verdict {
    let causal = tests.filter(\.isCausal).map(\.verdict)
    let others = tests.filter { !$0.isCausal }.map(\.verdict)
    guard !causal.isEmpty else { return majority(others) }
    let cause = majority(causal)
    let conditions = others.filter(\.isDecided)
    let allContradicted = !conditions.isEmpty && conditions.allSatisfy { $0 == .contradicted }
    switch cause {
    case .supported where allContradicted: return .mixed
    case .cannotTell where allContradicted: return .contradicted
    default: return cause
    }
  }

  static func majority(_ verdicts: [Verdict]) -> Verdict {
    let testable = verdicts.filter { $0 != .untestable }
    guard !testable.isEmpty else { return .untestable }
    if testable.allSatisfy({ $0 == .notYet }) { return .notYet }
    let supported = testable.count { $0 == .supported }
    let contradicted = testable.count { $0 == .contradicted }
    if testable.contains(.mixed) || (supported > 0 && contradicted > 0) { return .mixed }
    if supported * 2 > testable.count { return .supported }
    if contradicted * 2 > testable.count { return .contradicted }
    if supported * 2 == testable.count && supported > 0 { return .mixed }
    return .cannotTell
  }

  /// The verdict of a claim from its core parts: all must hold.
  ///
  /// Parts that no data could settle do not count while another can. All supported: supported.
  /// Supported and contradicted parts, or a mixed one: mixed. Contradicted and none supported:
  /// contradicted. Otherwise, some part cannot be told, and so neither can the whole.
  public static func claim(_ parts: [Verdict]) -> Verdict {
    let testable = parts.filter { $0 != .untestable }
    guard !testable.isEmpty else { return .untestable }
    if testable.allSatisfy({ $0 == .supported }) { return .supported }
    let hasSupport = testable.contains(.supported)
    let hasContradiction = testable.contains(.contradicted)
    if testable.contains(.mixed) || (hasSupport && hasContradiction) { return .mixed }
    if hasContradiction { return .contradicted }
    if testable.contains(.cannotTell) { return .cannotTell }
    return .notYet
  }
}
