/// The codes of one system in arrays, for loops over millions of rows.
///
/// Gives what ``StateResolver`` gives, as a ``PackedState``: 0 for whatever is no state on the day.
/// Holds the systems whose codes are two or three upper-case letters or a number below 1000.
public struct StateLookup: Sendable {
  /// Where the entries of each slot begin; one more than there are slots.
  @usableFromInline let first: [UInt16]
  @usableFromInline let from: [Int32]
  @usableFromInline let to: [Int32]
  @usableFromInline let states: [UInt16]

  /// Slots of two letters lie behind those of three, and numbers behind both.
  @usableFromInline static let pairs = 26 * 26 * 26
  @usableFromInline static let numbers = 26 * 26 * 26 + 26 * 26
  private static let slots = 26 * 26 * 26 + 26 * 26 + 1000

  public static let iso2 = StateLookup(.iso2)
  public static let iso3 = StateLookup(.iso3)
  public static let cow = StateLookup(.cow)
  public static let cowAbbreviation = StateLookup(.cowAbbreviation)
  public static let gleditschWard = StateLookup(.gleditschWard)
  public static let cameo = StateLookup(.cameo)
  public static let fips = StateLookup(.fips)

  /// Nothing is found in the systems of names: ask ``StateResolver`` once for each distinct name.
  public init(_ system: CodeSystem, of resolver: StateResolver = .standard) {
    var entries = [[(from: Int32, to: Int32, state: UInt16)]](
      repeating: [], count: StateLookup.slots)
    for (text, candidates) in resolver.codes[system] ?? [:] {
      guard let slot = StateLookup.slot(of: text) else { continue }
      for candidate in candidates {
        guard case .state(let code) = candidate.meaning else { continue }
        for spell in resolver.spells(of: candidate) {
          entries[slot].append(
            (
              spell.from?.number ?? Int32.min, spell.to?.number ?? Int32.max,
              PackedState(code).rawValue
            ))
        }
      }
    }
    var (first, from, to, states): ([UInt16], [Int32], [Int32], [UInt16]) = ([0], [], [], [])
    for slot in entries {
      for entry in slot {
        from.append(entry.from)
        to.append(entry.to)
        states.append(entry.state)
      }
      first.append(UInt16(from.count))
    }
    (self.first, self.from, self.to, self.states) = (first, from, to, states)
  }

  /// The state that two or three letters, or the digits of a number, mean on a day.
  ///
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  public func state(_ code: UnsafeBufferPointer<UInt8>, on day: Int32) -> PackedState {
    guard let slot = StateLookup.slot(code) else { return .none }
    return entry(slot, day)
  }

  /// The state that a number means on a day.
  @inlinable
  public func state(number: Int, on day: Int32) -> PackedState {
    guard number >= 0, number < 1000 else { return .none }
    return entry(StateLookup.numbers &+ number, day)
  }

  /// The same from text, where speed does not matter.
  public func state(_ code: some StringProtocol, on day: Int32) -> PackedState {
    var code = String(code)
    return code.withUTF8 { state($0, on: day) }
  }

  // Inlined to the last: a call would keep and let go of all four arrays.
  @inlinable @inline(__always)
  func entry(_ slot: Int, _ day: Int32) -> PackedState {
    var found: UInt16 = 0
    var i = Int(first[slot])
    let end = Int(first[slot &+ 1])
    while i < end {
      if from[i] <= day, day <= to[i] {
        if found != 0, found != states[i] { return .none }
        found = states[i]
      }
      i &+= 1
    }
    return PackedState(rawValue: found)
  }

  @inlinable @inline(__always)
  static func slot(_ code: UnsafeBufferPointer<UInt8>) -> Int? {
    guard code.count > 0, code.count <= 3 else { return nil }
    if code[0] < 58 {
      var n = 0
      for byte in code {
        guard byte >= 48, byte < 58 else { return nil }
        n = n &* 10 &+ Int(byte &- 48)
      }
      return numbers &+ n
    }
    guard code.count > 1 else { return nil }
    var n = 0
    for byte in code {
      let letter = byte &- 65
      guard letter < 26 else { return nil }
      n = n &* 26 &+ Int(letter)
    }
    return code.count == 3 ? n : pairs &+ n
  }

  private static func slot(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { slot($0) }
  }
}
