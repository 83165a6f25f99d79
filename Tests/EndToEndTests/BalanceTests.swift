import Foundation
import Testing

/// `entente balance` as a user runs it.
struct BalanceTests {
  static let tribe = """
    from,to,sign
    A,B,1
    B,C,1
    A,C,1
    D,E,1
    A,D,-1
    B,E,-1
    C,D,1

    """

  @Test func `a small network comes as text and as JSON`() throws {
    let scratch = Scratch()
    try scratch.write(Self.tribe, to: "ties.csv")
    let text = try Program.run("balance", "ties.csv", "--null", "9", in: scratch)
    #expect(text.status == 0 && text.err.isEmpty)
    #expect(text.out.contains("frustration index L = 1, exact; F = 1 - 2L/m = 0.7143, exact"))
    #expect(text.out.contains("  1: A B C\n  2: D E\n  at odds: C-D +1\n"))
    let json = try Program.run(
      "balance", "ties.csv", "--json", "--blocks", "1...3,any", "--null", "9", in: scratch
    ).json()
    #expect(json["schema"] == .text("entente-balance/1"))
    #expect(json["partitions"].items.map { $0["cost"].number } == [2, 1, 1, 1])
    #expect(json["partitions"].items.allSatisfy { $0["proven"].isTrue && $0["unique"].isTrue })
    #expect(json["partitions"].items[1]["frustrated"].items.map { $0["from"].text } == ["C"])
    #expect(json["null"]["shuffles"].number == 9)
  }

  @Test func `help shows an example`() throws {
    let output = try Program.run("balance", "--help", in: Scratch())
    #expect(output.status == 0 && output.out.contains("Example:\n  entente balance "))
  }

  @Test func `short time gives both bounds and the gap`() throws {
    let scratch = Scratch()
    // A hundred actors, signs by the parity of a product: far from any division.
    var lines: [String] = []
    for i in 0..<100 {
      for j in 0..<i where (i * 7 + j * 3) % 4 == 0 {
        let isFriend = (i * i * j + i / 3 + j * j) % 3 == 0
        lines.append("a\(i),a\(j),\(isFriend ? 1 : -1)")
      }
    }
    try scratch.write("from,to,sign\n" + lines.joined(separator: "\n") + "\n", to: "ties.csv")
    let json = try Program.run(
      "balance", "ties.csv", "--time-limit", "0.2", "--null", "0", "--json", in: scratch
    ).json()
    let index = try #require(json["frustration"]["index"].number)
    let bound = try #require(json["frustration"]["lowerBound"].number)
    #expect(bound > 0 && bound < index && !json["frustration"]["proven"].isTrue)
    let partition = json["partitions"].items[0]
    #expect(partition["gap"].number == index - bound && partition["unique"] == .null)
    let text = try Program.run(
      "balance", "ties.csv", "--time-limit", "0.2", "--null", "0", in: scratch)
    #expect(text.out.contains("not proven (gap "))
  }

  @Test func `threads and runs give the same bytes`() throws {
    let scratch = Scratch()
    try scratch.write(Self.tribe, to: "ties.csv")
    let one = try Program.run("balance", "ties.csv", "--json", "--threads", "1", in: scratch)
    let two = try Program.run("balance", "ties.csv", "--json", "--threads", "4", in: scratch)
    #expect(one.status == 0 && one.out == two.out)
  }

  @Test func `directed networks add both directions`() throws {
    let scratch = Scratch()
    try scratch.write("from,to,weight\nA,B,3\nB,A,-1\nB,C,2\n", to: "arcs.csv")
    let json = try Program.run("balance", "arcs.csv", "--directed", "--json", in: scratch).json()
    #expect(json["frustration"]["index"].number == 1)
    #expect(json["network"]["tiedPairs"].number == 2)
    #expect(json["network"]["notes"].texts == ["arcs without a reverse, which count alone: 1"])
    let undirected = try Program.run("balance", "arcs.csv", in: scratch)
    #expect(undirected.status == 2 && undirected.err.contains("--directed adds the arcs"))
  }

  @Test func `actors without ties, and networks with nothing, are defined`() throws {
    let scratch = Scratch()
    try scratch.write("from,to,weight\nA,B,1\nB,C,0\n", to: "ties.csv")
    try scratch.write("name,other\nA,1\nB,2\nC,3\nD,4\n", to: "nodes.csv")
    let json = try Program.run(
      "balance", "ties.csv", "--nodes", "nodes.csv", "--json", in: scratch
    ).json()
    #expect(json["network"]["isolates"].number == 2)
    #expect(json["partitions"].items[0]["blocks"].items.last?["block"] == .null)
    try scratch.write("from,to,weight\n", to: "empty.csv")
    for options in [[], ["--json"], ["--blocks", "1...5,any"]] {
      let output = try Program.run(["balance", "empty.csv"] + options, in: scratch)
      #expect(output.status == 0 && !output.out.contains("nan") && !output.out.contains("NaN"))
    }
  }

  @Test func `every fault is told in one run`() throws {
    let scratch = Scratch()
    try scratch.write(
      """
      from,to,weight
      A,A,1
      A,B,x
      A,B,2
      ,B,1
      B,C,nan
      A,Zed,1
      B,D,1e13
      D,C,

      """, to: "ties.csv")
    try scratch.write("name\nA\nB\nC\nD\nB\nZet\n", to: "nodes.csv")
    let output = try Program.run("balance", "ties.csv", "--nodes", "nodes.csv", in: scratch)
    #expect(output.status == 2 && output.out.isEmpty)
    for line in [
      "nodes.csv:6: name: expected each actor once, found \"B\" again, first on line 3",
      "ties.csv:2: to: expected another actor than in from, found \"A\"",
      "ties.csv:3: weight: expected a finite number, found \"x\"",
      "ties.csv:4: to: expected each pair once, found \"A\" and \"B\" again, first on line 3",
      "ties.csv:5: from: expected an actor's name, found nothing",
      "ties.csv:6: weight: expected a finite number, found \"nan\"",
      "ties.csv:7: to: expected an actor of the nodes file, found \"Zed\"\n    hint: did you mean Zet?",
      "ties.csv:8: weight: expected a weight of at most a million million, found \"1e13\"",
      "ties.csv:9: weight: expected a finite number, found nothing", "9 faults",
    ] {
      #expect(output.err.contains(line), "\(line)\n\(output.err)")
    }
  }

  @Test(
    arguments: [
      ["--blocks", "0"], ["--blocks", "3...1"], ["--blocks", "two"], ["--time-limit", "0"],
      ["--null", "-1"], ["--seed", "x"], ["--threads", "0"],
    ])
  func `wrong usage ends with 64`(options: [String]) throws {
    let scratch = Scratch()
    try scratch.write(Self.tribe, to: "ties.csv")
    let output = try Program.run(["balance", "ties.csv"] + options, in: scratch)
    #expect(output.status == 64 && output.err.hasPrefix("Error: "))
  }

  @Test(arguments: [
    ("from,to\nA,B\n", "a column weight"), ("from,to,sign\nA,B,2\n", "1 or -1"),
    ("from,to,sign,weight\nA,B,1,2\n", "a column weight or a column sign"), ("", "a header line"),
  ])
  func `a wrong table is told`(text: String, expected: String) throws {
    let scratch = Scratch()
    try scratch.write(text, to: "ties.csv")
    let output = try Program.run("balance", "ties.csv", in: scratch)
    #expect(output.status == 2 && output.err.contains(expected), "\(output.err)")
    #expect(try Program.run("balance", "none.csv", in: scratch).status == 2)
  }
}
