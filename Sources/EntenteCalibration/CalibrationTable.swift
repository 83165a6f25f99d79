/// One table of a calibration run, as a value: what was measured, and the numbers as text.
struct CalibrationTable: Sendable, Hashable, Codable {
  let title: String
  /// What the columns mean, how many worlds, and what was skipped.
  let note: String
  let columns: [String]
  let rows: [[String]]

  init(title: String, note: String = "", columns: [String], rows: [[String]]) {
    precondition(
      rows.allSatisfy { $0.count == columns.count }, "every row needs a cell for every column")
    self.title = title
    self.note = note
    self.columns = columns
    self.rows = rows
  }

  /// A Markdown section: heading, note, table padded so that it can be read as plain text.
  func markdown(level: Int = 2) -> String {
    let cells = ([columns] + rows).map { row in
      row.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }
    }
    let widths = columns.indices.map { column in
      max(3, cells.map { $0[column].count }.max() ?? 0)
    }
    func line(_ row: [String]) -> String {
      let padded = zip(row, widths).map { text, width in
        text + String(repeating: " ", count: width - text.count)
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = line(widths.map { String(repeating: "-", count: $0) })
    var parts = [String(repeating: "#", count: level) + " " + title]
    if !note.isEmpty { parts.append(note) }
    parts.append(([line(cells[0]), rule] + cells.dropFirst().map(line)).joined(separator: "\n"))
    return parts.joined(separator: "\n\n") + "\n"
  }
}
