/// The terms of publishers with several tables.
enum Terms {
  static let cow = "the data's authors ask for citation"
  static let rivalry = "the data's authors ask for citation"
  static let ucdp = "CC BY 4.0 (recalled)"
  static let cshapes = "CC BY-NC-SA 4.0 (recalled)"
  static let worldBank = "CC BY 4.0 (recalled)"
  static let sipri =
    "fair use: non-commercial, less than a tenth of a data set, source named; do not enlarge"
  static let votes = "CC0 (by a note of the package it came through)"
}
