public import EntenteRecord

extension Wording {
  /// `18 Aug 2023`.
  public static func date(_ day: Day) -> String { day.text }

  /// `August 2023`.
  public static func month(_ day: Day) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(names[day.civil.month - 1]) \(day.civil.year)"
  }

  /// `31 Jan – 16 May 2022`; the year is said once if it is the same.
  public static func dates(_ from: Day, _ to: Day) -> String {
    guard from != to else { return from.text }
    guard from.civil.year == to.civil.year else { return "\(from.text) – \(to.text)" }
    let short = from.text.split(separator: " ").dropLast().joined(separator: " ")
    return "\(short) – \(to.text)"
  }

  /// `2023 H2` for `2023H2`; anything else stays as it is.
  public static func period(_ id: String) -> String {
    guard let (year, half) = half(of: id) else { return id }
    return "\(year) H\(half)"
  }

  /// `the second half of 2023` for `2023H2`; anything else stays as it is.
  public static func periodInWords(_ id: String) -> String {
    guard let (year, half) = half(of: id) else { return id }
    return "the \(half == "1" ? "first" : "second") half of \(year)"
  }

  /// `’23·2`: the same in a table's head.
  static func periodShort(_ id: String) -> String {
    guard let (year, half) = half(of: id) else { return id }
    return "\(year.suffix(2))·\(half)"
  }

  private static func half(of id: String) -> (String, String)? {
    let bare = id.filter { $0 != " " && $0 != "-" }
    let parts = bare.split(separator: "H", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[0].allSatisfy(\.isNumber),
      parts[1] == "1" || parts[1] == "2"
    else { return nil }
    return (String(parts[0]), String(parts[1]))
  }
}
