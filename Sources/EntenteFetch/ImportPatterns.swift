import EntenteRecord

/// Patterns that match the files of a window in a mirror, and no others.
enum ImportPatterns {
  /// Globs for `fnmatch` and shells, in order of time: one for a whole month, else one for each day
  /// (for GDELT 1.0, whose files before 2013-04 are months and years, the names themselves).
  static func matching(
    _ files: [ListedFile], of source: FetchSource, in window: Range<QuarterHour>,
    under folder: String
  ) -> [String] {
    guard source.family == .gdelt2 else { return files.map { "\(folder)/\($0.folder)/\($0.name)" } }
    let rest =
      (source.isTranslated ? ".translation" : "")
      + (source.feed == .events ? ".export" : ".mentions") + ".CSV.zip"
    let days = Set(files.map(\.span.lowerBound.day)).sorted()
    var patterns: [String] = []
    for day in days {
      let month = day.civil.month
      let first = day.adding(days: 1 - day.civil.day)
      var next = first.adding(days: 28)
      while next.civil.month == month { next = next.adding(days: 1) }
      let isWhole =
        QuarterHour(startOf: first) >= window.lowerBound
        && QuarterHour(startOf: next) <= window.upperBound
      let digits = day.description.filter(\.isNumber)
      let stamp =
        isWhole
        ? String(repeating: "?", count: 14) : digits + String(repeating: "?", count: 6)
      let name = "\(folder)/\(day.description.prefix(7))/\(stamp)\(rest)"
      if patterns.last != name { patterns.append(name) }
    }
    return patterns
  }
}
