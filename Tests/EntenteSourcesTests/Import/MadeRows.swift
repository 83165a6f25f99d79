import EntenteNumerics
import EntenteRecord

/// Rows of the formats, made up: the same for the same seed.
struct MadeRows {
  var stream: RandomStream
  private var number = 1_000

  static let actors = ["CHN", "RUS", "PRK", "KOR", "JPN", "USA", "ROU", "IGOUNO", "CHNGOV", ""]
  static let codes = ["010", "036", "040", "1411", "190", "20", "172", "057"]
  static let places = ["", "Beijing, China", "\"Quoted\"", "São Paulo", "a,b", "=1+1", "-", "'x"]

  init(seed: UInt64) { stream = RandomStream(seed: seed, name: "made rows") }

  mutating func pick(_ values: [String]) -> String { values[stream.integer(below: values.count)] }

  /// A good row of GDELT, 57, 58 or 61 columns wide.
  mutating func gdelt(_ columns: Int = 61, _ change: (inout [String]) -> Void = { _ in }) -> String
  {
    number += 1
    var cells = [String](repeating: "", count: 61)
    cells[0] = "\(number)"
    cells[1] = "2023081\(stream.integer(below: 9))"
    for first in [5, 15] {
      let actor = pick(Self.actors)
      cells[first] = actor
      if actor.count == 3, actor != "ROU" { cells[first + 2] = actor }
      if actor.hasSuffix("GOV") { (cells[first + 2], cells[first + 7]) = ("CHN", "GOV") }
    }
    cells[26] = pick(Self.codes)
    cells[30] = "\(stream.integer(below: 201) - 100)e-1"
    if stream.integer(below: 5) > 0 { cells[30] = "\(stream.integer(below: 20) - 10).5" }
    for column in 31...33 { cells[column] = "\(stream.integer(below: 50))" }
    cells[34] = "\(stream.integer(below: 2_000) - 1_000).\(stream.integer(below: 100_000))"
    if cells[34].hasPrefix("-1000") || cells[30].hasPrefix("-10.5") { cells[30] = "1.0" }
    if cells[34].hasPrefix("-1000") { cells[34] = "0" }
    cells[52] = pick(Self.places)
    cells[53] = pick(["CH", "RS", "", "KN", "XX"])
    if stream.integer(below: 2) == 0 {
      cells[56] = "\(stream.integer(below: 179) - 89).\(stream.integer(below: 10_000))"
      cells[57] = "\(stream.integer(below: 359) - 179).\(stream.integer(below: 10_000))"
    }
    cells[59] = columns == 61 ? "20230819001500" : "20230819"
    cells[60] = "http://example.org/\(stream.integer(below: 40))"
    change(&cells)
    if columns < 61 { for column in [55, 47, 39] { cells.remove(at: column) } }
    return cells.prefix(columns).joined(separator: "\t")
  }

  /// So many rows, each ended by a newline.
  mutating func gdelt(rows: Int, columns: Int = 61) -> String {
    (0..<rows).map { _ in gdelt(columns) + "\n" }.joined()
  }
}
