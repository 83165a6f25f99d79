import EntenteRecord

/// Reads the `institutions` of `case.yaml`.
struct InstitutionReader {
  let groups: Register
  let faults: FaultList

  /// An entry whose events and ties are looked up once those files are read.
  struct Cells {
    let group: String
    let points: [(name: String, sources: [Cell])]

    /// - Parameter ties: ids of the case's ties; an id that is neither a tie nor an event is a fault.
    func resolved(events: Register, ties: Set<String>) -> InstitutionDeclaration {
      InstitutionDeclaration(
        group: group,
        points: points.map { point in
          .init(
            name: point.name,
            sources: point.sources.compactMap { cell in
              if ties.contains(cell.text) || events.contains(cell.text) || events.isUnknown {
                return cell.text
              }
              let near = NearSpelling.of(cell.text, among: ties.union(events.places.keys))
              cell.fault(
                expected: "the id of an event or tie of the case",
                found: Fault.quoted(cell.text), hint: near.map { "did you mean \($0)?" })
              return nil
            })
        })
    }
  }

  func read(_ fields: Fields) -> [Cells] {
    let names = InstitutionDeclaration.pointNames
    return fields.nodes(
      "institutions", "entries like {group: ID, secretariat: [IDS]}", required: false
    ).compactMap { node in
      guard let entry = Fields(node, "institutions", keys: ["group"] + names, faults: faults),
        let group = entry.cell("group", "the id of a group").flatMap(groups.resolve)
      else { return nil }
      let points = names.compactMap { name -> (name: String, sources: [Cell])? in
        let cells = entry.cells(name, "ids of events and ties")
        return cells.isEmpty ? nil : (name, cells)
      }
      return Cells(group: group, points: points)
    }
  }
}
