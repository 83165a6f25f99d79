import EntenteClaims
import Testing

@Suite struct CombiningTests {
  static let all = Verdict.allCases

  @Test func `more than half supported and none contradicted is supported`() {
    #expect(Combining.part(plain(.supported, .supported, .cannotTell)) == .supported)
    #expect(Combining.part(plain(.contradicted, .contradicted, .cannotTell)) == .contradicted)
    #expect(Combining.part(plain(.supported, .cannotTell)) == .mixed)
    #expect(Combining.part(plain(.supported, .cannotTell, .cannotTell)) == .cannotTell)
    #expect(Combining.part(plain(.supported, .supported, .contradicted)) == .mixed)
    #expect(Combining.part(plain(.contradicted, .cannotTell)) == .cannotTell)
  }

  @Test func `tests that data cannot settle do not count while others can`() {
    #expect(Combining.part(plain(.untestable, .supported)) == .supported)
    #expect(Combining.part(plain(.untestable, .untestable)) == .untestable)
    #expect(Combining.part([]) == .untestable)
    #expect(Combining.part(plain(.notYet, .notYet)) == .notYet)
  }

  @Test func `conditions never make a cause`() {
    let open = (verdict: Verdict.cannotTell, isCausal: true)
    let condition = (verdict: Verdict.supported, isCausal: false)
    let broken = (verdict: Verdict.contradicted, isCausal: false)
    #expect(Combining.part([open, condition, condition, condition]) == .cannotTell)
    #expect(Combining.part([open, broken]) == .contradicted)
    #expect(Combining.part([(.supported, true), broken]) == .mixed)
    #expect(Combining.part([(.supported, true), condition, broken]) == .supported)
  }

  @Test func `all core parts must hold`() {
    #expect(Combining.claim([.supported, .supported]) == .supported)
    #expect(Combining.claim([.supported, .cannotTell]) == .cannotTell)
    #expect(Combining.claim([.supported, .contradicted]) == .mixed)
    #expect(Combining.claim([.contradicted, .cannotTell]) == .contradicted)
    #expect(Combining.claim([.supported, .untestable]) == .supported)
    #expect(Combining.claim([]) == .untestable)
  }

  @Test func `order of tests and parts is irrelevant, and nothing comes from nothing`() {
    for a in Self.all {
      for b in Self.all {
        for c in Self.all {
          let tests = plain(a, b, c)
          #expect(Combining.part(tests) == Combining.part(tests.reversed()), "\(a) \(b) \(c)")
          #expect(Combining.claim([a, b, c]) == Combining.claim([c, a, b]), "\(a) \(b) \(c)")
          if Combining.claim([a, b, c]) == .supported {
            #expect([a, b, c].contains(.supported) && ![a, b, c].contains(.contradicted))
          }
          if Combining.part(tests) == .contradicted {
            #expect([a, b, c].contains(.contradicted) && ![a, b, c].contains(.supported))
          }
        }
      }
    }
  }

  @Test(arguments: [[], [2], [2, 3, 2], [3, 3, 3, 3, 3, 3]])
  func `the grid starts at the defaults and never repeats itself`(sizes: [Int]) {
    let all = Judge.combinations(of: sizes)
    #expect(all.first == sizes.map { _ in 0 })
    #expect(Set(all).count == all.count)
    let total = sizes.reduce(1, *)
    if total <= 256 {
      #expect(all.count == total)
    } else {
      #expect(all.allSatisfy { $0.count { $0 > 0 } <= 2 })
      // One default, every single change, every pair of changes.
      let options = sizes.map { $0 - 1 }
      let singles = options.reduce(0, +)
      var pairs = 0
      for i in options.indices {
        for j in (i + 1)..<options.count { pairs += options[i] * options[j] }
      }
      #expect(all.count == 1 + singles + pairs)
    }
  }

  private func plain(_ verdicts: Verdict...) -> [(verdict: Verdict, isCausal: Bool)] {
    verdicts.map { ($0, false) }
  }
}
