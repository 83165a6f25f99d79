import EntenteFetch
import Testing

@Suite struct RetryTests {
  @Test func `pauses double up to the longest and spread over half of themselves`() {
    var policy = RetryPolicy()
    policy.first = 1
    policy.longest = 8
    for failures in 1...40 {
      let whole = min(8, Double(1 << min(failures - 1, 10)))
      let pauses = (0..<200).map { policy.pause(for: "file\($0)", failures: failures) }
      #expect(pauses.allSatisfy { $0 >= whole / 2 && $0 < whole })
      // Uniform: the mean of 200 has standard error whole/2/√12/√200 = 0.0102 whole.
      #expect(abs(pauses.reduce(0, +) / 200 / whole - 0.75) < 0.05)
    }
  }

  @Test func `the same seed gives the same pause and another seed another`() {
    var policy = RetryPolicy()
    let first = policy.pause(for: "a", failures: 3)
    #expect(policy.pause(for: "a", failures: 3) == first)
    #expect(policy.pause(for: "b", failures: 3) != first)
    policy.seed = 2
    #expect(policy.pause(for: "a", failures: 3) != first)
  }

  /// The date is the example of RFC 9110, section 5.6.7.
  static let waits: [(String, Double)] = [
    ("120", 120.0), ("9223372036854775807", 1e9), ("Fri, 31 Dec 9999 23:59:59 GMT", 1e9), ("0", 0),
    ("Sun, 06 Nov 1994 08:49:37 GMT", 77),
    ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
  ]

  @Test(arguments: waits) func `the wait that a server asks for`(text: String, seconds: Double) {
    #expect(RetryAfter.seconds(text, now: 784_111_700) == seconds)
  }

  @Test(arguments: [
    "", "-1", "soon", "1.5", "Sun, 31 Feb 1994 08:49:37 GMT", "06 Nov 1994 08:49 GMT",
  ])
  func `what is no wait is none`(text: String) {
    #expect(RetryAfter.seconds(text, now: 0) == nil)
  }
}
