extension StateLookup {
  /// The state and the kind of a GDELT actor, from its code, its country code and its first type.
  ///
  /// The state is that of the country code; where that is empty, of an actor code of three letters
  /// (`ROU` stands so in real rows). A code that is the country's three letters and no more is the
  /// state itself; `GOV`, `MIL`, `COP`, `JUD`, `LEG` and `SPY` are its government. Ask it of `cameo`.
  ///
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  public func actor(
    _ code: UnsafeBufferPointer<UInt8>, country: UnsafeBufferPointer<UInt8>,
    type: UnsafeBufferPointer<UInt8>, on day: Int32
  ) -> (state: PackedState, kind: ActorKind) {
    guard code.count > 0 || country.count > 0 else { return (.none, .unknown) }
    let written = country.count > 0 ? country : code
    let state = written.count == 3 ? state(written, on: day) : .none
    if code.count == 3, type.count == 0, state != .none { return (state, .state) }
    guard type.count == 3 else { return (state, .other) }
    switch UInt32(type[0]) << 16 | UInt32(type[1]) << 8 | UInt32(type[2]) {
    case 0x47_4F56, 0x4D_494C, 0x43_4F50, 0x4A_5544, 0x4C_4547, 0x53_5059:
      return (state, .government)
    default: return (state, .other)
    }
  }
}
