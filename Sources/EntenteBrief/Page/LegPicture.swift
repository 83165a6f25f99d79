import EntenteRecord
import Foundation

/// The ties inside the first bloc as a picture: three legs of a triangle, or the sides and
/// diagonals of a polygon.
enum LegPicture {
  private struct Point {
    var x: Double
    var y: Double
  }

  static func markup(_ index: BriefIndex) -> Markup {
    let members = members(index)
    let legs = Dictionary(
      index.report.legs.map { ($0.dyad, $0) }, uniquingKeysWith: { first, _ in first })
    let dyads = Dyad.all(of: members)
    guard members.count >= 2, dyads.contains(where: { legs[$0]?.adjusted != nil }) else {
      return .empty
    }
    let points = places(members.count)
    let spot = Dictionary(uniqueKeysWithValues: zip(members, points))
    let words = dyads.map { dyad in
      "\(index.name(dyad)) \(note(index, dyad, legs[dyad]).joined(separator: " "))"
    }
    return el(
      .svg, .class("tri"), .set("viewBox", "0 0 330 236"), .set("role", "img"),
      .set("aria-labelledby", "legs-title legs-desc")
    ) {
      el(.title, .id("legs-title")) {
        "\(Wording.capitalised(Wording.count(dyads.count, "tie"))) between "
          + Wording.list(members.map { index.name($0) })
      }
      el(.desc, .id("legs-desc")) { words.joined(separator: "; ") + "." }
      for dyad in dyads {
        if let a = spot[dyad.first], let b = spot[dyad.second] {
          edge(a, b, Sign(word: legs[dyad]?.word ?? "cannot tell", legs[dyad]?.adjusted))
        }
      }
      if members.count <= 3 {
        for dyad in dyads {
          if let a = spot[dyad.first], let b = spot[dyad.second] {
            label(a, b, note(index, dyad, legs[dyad]))
          }
        }
      }
      for (member, point) in zip(members, points) { node(index.name(member), point) }
    }
  }

  /// The first bloc; without blocs all states that have a leg, up to twelve.
  private static func members(_ index: BriefIndex) -> [ActorCode] {
    if let bloc = index.report.groups.first { return centred(bloc.members, index) }
    let all = Set(index.report.legs.flatMap { [$0.dyad.first, $0.dyad.second] }).sorted()
    return all.count <= 12 ? centred(all, index) : []
  }

  /// Of three, the state with the two warmest ties stands on top.
  private static func centred(_ members: [ActorCode], _ index: BriefIndex) -> [ActorCode] {
    guard members.count == 3 else { return members }
    func warm(_ member: ActorCode) -> Int {
      index.report.legs.count { leg in
        leg.word == "warm" && leg.dyad.contains(member)
          && members.contains(leg.dyad.first) && members.contains(leg.dyad.second)
      }
    }
    guard let top = members.max(by: { warm($0) < warm($1) }) else { return members }
    return [top] + members.filter { $0 != top }
  }

  private static func places(_ count: Int) -> [Point] {
    switch count {
    case 2: return [Point(x: 62, y: 118), Point(x: 268, y: 118)]
    case 3: return [Point(x: 165, y: 42), Point(x: 62, y: 180), Point(x: 268, y: 180)]
    default:
      return (0..<count).map { place in
        let angle = 2 * Double.pi * Double(place) / Double(count)
        return Point(x: 165 + 105 * sin(angle), y: 116 - 82 * cos(angle))
      }
    }
  }

  /// `warm since`, `March 2022` where a lasting warming is dated; else the reading alone.
  private static func note(_ index: BriefIndex, _ dyad: Dyad, _ leg: BriefReport.LegReport?)
    -> [String]
  {
    guard let leg else { return ["not measured"] }
    let dating = index.report.dating.first { $0.dyad == dyad }
    let direction = leg.word == "warm" ? 1 : leg.word == "cold" ? -1 : 0
    guard direction != 0, let dating, dating.survives,
      let last = dating.breaks.last(where: { $0.isLasting }), last.direction == direction
    else { return [leg.word] }
    return ["\(direction > 0 ? "warmer" : "colder") since", Wording.month(last.week)]
  }

  private static func edge(_ a: Point, _ b: Point, _ sign: Sign) -> Markup {
    let style: StaticString =
      switch sign {
      case .warm: "ew"
      case .cold: "ec"
      case .unknown: "eq"
      }
    return el(
      .line, .class(style), .set("x1", a.x), .set("y1", a.y), .set("x2", b.x), .set("y2", b.y))
  }

  private static func label(_ a: Point, _ b: Point, _ lines: [String]) -> Markup {
    let middle = Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
    let isLevel = abs(a.y - b.y) < 1
    let isLeft = middle.x < 165
    let x = isLevel ? middle.x : isLeft ? middle.x - 16 : middle.x + 16
    let y = isLevel ? middle.y - 9 - 16 * Double(lines.count - 1) : middle.y - 15
    return .group(
      lines.enumerated().map { position, line in
        Drawing.text(
          line, x: Drawing.number(x), y: y + 16 * Double(position),
          anchor: isLevel ? "middle" : isLeft ? "end" : "start", "s halo")
      })
  }

  private static func node(_ name: String, _ point: Point) -> Markup {
    let isAbove = point.y < 110
    return .group([
      el(
        .rect, .class("node"), .set("x", point.x - 15), .set("y", point.y - 15),
        .set("width", "30"), .set("height", "30")),
      Drawing.text(
        name, x: Drawing.number(point.x), y: isAbove ? point.y - 24 : point.y + 34,
        anchor: "middle", "b nm halo"),
    ])
  }
}
