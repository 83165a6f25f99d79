public import EntenteRecord

extension Institutionalisation {
  /// The evidence that a case names for a group, dated by its events and ties; nil where it names
  /// none.
  ///
  /// Meetings are events. Everything else is a tie, in force as long as the tie, or an event, in
  /// force from its day on.
  public static func evidence(of group: String, in subject: Case) -> [Evidence]? {
    guard let declared = subject.institutions.first(where: { $0.group == group }) else {
      return nil
    }
    let ties = Dictionary(subject.ties.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return declared.points.flatMap { entry -> [Evidence] in
      guard let point = Point(rawValue: entry.name) else { return [] }
      return entry.sources.compactMap { id in
        let event = subject.event(id)
        if let tie = ties[id], event == nil || !point.isOfMeetings {
          return Evidence(point: point, id: id, from: tie.start, to: tie.end)
        }
        return event.map { Evidence(point: point, id: id, from: $0.day) }
      }
    }
  }
}
