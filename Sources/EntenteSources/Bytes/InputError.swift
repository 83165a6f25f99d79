import EntenteRecord

/// Faults of an input file as a whole, worded alike wherever they are found.
enum InputError {
  static func refused(
    _ file: String, expected: String, found: String, hint: String? = nil, line: Int = 0
  ) -> RecordError {
    RecordError(
      .invalid,
      [
        Fault(
          Place(file: file, line: line), "file", expected: expected, found: found, hint: hint)
      ])
  }

  static func unreadable(_ file: String, expected: String, found: String) -> RecordError {
    RecordError(
      .unreadable,
      [Fault(Place(file: file, line: 0), "file", expected: expected, found: found)])
  }
}
