public import EntenteHistory
public import EntenteRecord

/// What measures are computed from.
public struct MeasureContext: Sendable {
  public let record: Case
  /// Nil where the case has no affinity series.
  public let panel: WeeklyPanel?
  /// Id of the group that is measured; nil for the measure's default.
  public let group: String?
  public let options: StructureOptions

  public init(
    of record: Case, panel: WeeklyPanel?, group: String? = nil,
    options: StructureOptions = StructureOptions()
  ) {
    self.record = record
    self.panel = panel
    self.group = group
    self.options = options
  }

  /// The members of the group, or of the fallback group, sorted; the core without either.
  ///
  /// - Throws: `StructureError` with `.wrongSubject` if the case has no group of that id.
  func members(orGroup fallback: String? = nil) throws(StructureError) -> [ActorCode] {
    guard let id = group ?? fallback else { return record.core }
    guard let found = record.group(id) else {
      let near = NearSpelling.of(id, among: record.groups.map(\.id))
      throw StructureError(
        .wrongSubject,
        "the case has no group \(id)" + (near.map { "; did you mean \($0)?" } ?? ""))
    }
    return found.members.sorted()
  }
}
