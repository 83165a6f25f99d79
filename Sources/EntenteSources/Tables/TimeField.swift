import EntenteRecord

/// When a row holds, by the columns of the file that tell it.
enum TimeField: Sendable {
  case year(String)
  /// A session of the General Assembly: session 1 is that of 1946.
  case session(String)
  case day(String)
  /// First and last year.
  case years(String, String)
  /// Year, month and day of the first and of the last day.
  case parts([String], [String])
  /// First and last day.
  case days(String, String)
  /// The day that another table of the record gives to the number in a column.
  case dated(by: String, in: String)
  case none

  /// Columns of the file.
  var published: [String] {
    switch self {
    case .year(let name), .session(let name), .day(let name): [name]
    case .years(let from, let to), .days(let from, let to): [from, to]
    case .parts(let from, let to): from + to
    case .dated(let name, _): [name]
    case .none: []
    }
  }

  /// Columns of the record.
  var columns: [TableColumn] {
    switch self {
    case .year: [TableColumn("year", .integer, "calendar year")]
    case .session:
      [
        TableColumn("session", .integer, "session of the General Assembly"),
        TableColumn("year", .integer, "session + 1945, the year in which it opens"),
      ]
    case .day: [TableColumn("date", .day, "day")]
    case .years, .parts, .days:
      [
        TableColumn("first_day", .day, "first day"),
        TableColumn("last_day", .day, "last day; empty if it goes on"),
      ]
    case .dated: [TableColumn("date", .day, "day of the roll call")]
    case .none: []
    }
  }

  var meaning: TableSchema.Time {
    switch self {
    case .year, .session: .year("year")
    case .day, .dated: .day("date")
    case .years, .parts, .days: .spell(from: "first_day", to: "last_day")
    case .none: .none
    }
  }
}
