/// A case some of whose files may have faults: what could be read, and the names that the rest
/// defines.
///
/// Lets the parameters of claims' tests be checked in the same run as the files, without calling a
/// name unknown only because its entry could not be read.
public struct PartialCase: Sendable {
  /// What could be read; without faults it is the case.
  public let value: Case
  /// Ids and codes of every kind that the files define, whether or not their entries could be read.
  public let defined: Set<String>
  /// Whether a file could not be read at all: then any name may be one of its.
  public let hasUnreadFile: Bool

  public init(_ value: Case, defined: Set<String>, hasUnreadFile: Bool) {
    self.value = value
    self.defined = defined
    self.hasUnreadFile = hasUnreadFile
  }

  /// Whether a name that ``value`` lacks may stand in an entry that could not be read.
  public func mayDefine(_ name: String) -> Bool { hasUnreadFile || defined.contains(name) }
}
