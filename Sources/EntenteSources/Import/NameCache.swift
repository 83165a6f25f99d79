import EntenteRecord

/// Names of actors with the states that they mean, each asked once.
///
/// What a name means depends on the day. It is asked anew in each year and whenever any state of the
/// tables comes into being or ends, so within the time of the formats that use names (from 1995) the
/// answers are those of the resolver.
struct NameCache {
  struct Answer {
    let state: UInt16
    let kind: UInt8
    /// Whether the tables know the name of a country in it, be it a state or not.
    let isKnown: Bool
  }

  private var names = TextTable()
  /// Answers of the present epoch, by the number of the name; nil where it was not asked yet.
  private var answers: [Answer?] = []
  private var epoch: ClosedRange<Int32> = 0...0
  private var hasEpoch = false
  private let resolver = StateResolver.standard
  private static let changes: [Int32] = {
    let spells = StateResolver.standard.states.values.flatMap(\.spells)
    let ends = spells.flatMap { [$0.from?.number, $0.to.map { $0.number + 1 }] }.compactMap { $0 }
    return Set(ends).sorted()
  }()

  init() {}

  /// What an entity's name means: a state, `Sector (Country)`, or neither.
  mutating func entity(_ name: UnsafeBufferPointer<UInt8>, on day: Int32) -> Answer {
    if !hasEpoch || !epoch.contains(day) { begin(epochOf: day) }
    let number: UInt32
    if name.isPlainASCII {
      number = names.intern(utf8: name)
    } else {
      number = names.intern(name.text)
    }
    let index = Int(number)
    if index < answers.count, let known = answers[index] { return known }
    while answers.count <= index { answers.append(nil) }
    let entity = resolver.entity(names[index], on: Day(number: day))
    let answer = Answer(
      state: entity.resolution.packed.rawValue, kind: entity.kind.rawValue,
      isKnown: entity.resolution != .unknown)
    answers[index] = answer
    return answer
  }

  private mutating func begin(epochOf day: Int32) {
    let year = Day(number: day).civil.year
    let first = Day(year: year, month: 1, day: 1)?.number ?? day
    let last = Day(year: year, month: 12, day: 31)?.number ?? day
    let from = NameCache.changes.last { $0 <= day } ?? Int32.min
    let to = NameCache.changes.first { $0 > day }.map { $0 - 1 } ?? Int32.max
    epoch = max(first, from)...min(last, to)
    hasEpoch = true
    answers.removeAll(keepingCapacity: true)
  }
}
