public import EntenteRecord

/// Reads a case folder and checks everything in it against everything else.
public enum CaseReader {
  /// A case, or what stands in its way.
  public struct Reading: Sendable {
    /// Nil if there is any fault.
    public let value: Case?
    /// What could be read in spite of faults; nil if there is no folder.
    public let partial: PartialCase?
    /// At most ``faultLimit``, by file and line.
    public let faults: [Fault]
    /// How many further faults were found.
    public let omitted: Int
    /// The folder or its `case.yaml` is missing or cannot be opened.
    public let isUnreadable: Bool
  }

  /// How many faults are listed; the rest are counted.
  public static let faultLimit = 200

  /// The case in the folder at `path`.
  ///
  /// - Throws: `RecordError` with every fault of every file.
  public static func read(at path: String) throws(RecordError) -> Case {
    let reading = check(at: path)
    guard let value = reading.value else {
      throw RecordError(
        reading.isUnreadable ? .unreadable : .invalid, reading.faults, omitted: reading.omitted)
    }
    return value
  }

  /// The case in the folder at `path` if it has no faults, and the faults if it has.
  public static func check(at path: String) -> Reading {
    let faults = FaultList()
    guard let folder = CaseFolder(path, faults: faults) else {
      return Reading(
        value: nil, partial: nil, faults: faults.listed(faultLimit),
        omitted: faults.omitted(faultLimit),
        isUnreadable: true)
    }
    folder.reportMisspelledFiles()
    let draft = CaseDraft(folder: folder)
    let partial = draft.read()
    return Reading(
      value: faults.isEmpty ? partial.value : nil, partial: partial,
      faults: faults.listed(faultLimit),
      omitted: faults.omitted(faultLimit), isUnreadable: draft.isUnreadable)
  }
}
