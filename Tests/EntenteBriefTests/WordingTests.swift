import EntenteBrief
import EntenteNumerics
import EntenteRecord
import Testing

@Suite struct `What is said` {
  @Test(arguments: [
    (0.0, "very unlikely"), (0.094, "very unlikely"), (0.1, "unlikely"), (0.33, "unlikely"),
    (0.336, "about as likely as not"), (0.66, "about as likely as not"), (0.67, "likely"),
    (0.9, "likely"), (0.91, "very likely"), (1.0, "very likely"), (.nan, "not known"),
  ]) func `a chance has the word of the percent that is printed`(p: Double, word: String) {
    #expect(Wording.probabilityWord(p) == word)
  }

  @Test(arguments: [
    (0.0, "<1%"), (0.004, "<1%"), (0.01, "1%"), (0.415, "42%"), (0.99, "99%"), (0.994, ">99%"),
    (1.0, ">99%"), (.infinity, "not known"),
  ]) func `percents never claim zero or certainty`(p: Double, text: String) {
    #expect(Wording.percent(p) == text)
  }

  @Test(arguments: [
    (1.644, 2, "1.64"), (-0.004, 2, "0.00"), (-1.5, 0, "-2"), (2000.5, 1, "2000.5"),
    (0.07, 2, "0.07"), (.nan, 2, ""),
  ]) func `numbers are fixed to their digits`(value: Double, digits: Int, text: String) {
    #expect(Wording.fixed(value, digits) == text)
  }

  @Test func `signs and intervals are spelled out`() {
    let estimate = Estimate(value: -0.07, low: -0.55, high: 0.42, n: 26, method: "m")
    #expect(Wording.signed(estimate) == "−0.07 (−0.55 to +0.42)")
    #expect(Wording.signed(0.001) == "0.00")
    #expect(
      Wording.percent(Estimate(value: 0.41, low: 0.27, high: 0.58, n: 1, method: ""))
        == "41% (27–58)")
    #expect(Wording.share(15, of: 24, "analysis", "analyses") == "63% of 24 analyses")
    #expect(Wording.count(2000, "draw") == "2,000 draws")
    #expect(Wording.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test(arguments: [
    (
      "South Korea (11 July) and Japan (12 July) agree on a programme",
      "South Korea and Japan agree on a programme"
    ),
    ("Park Jin and Wang Yi (14 July) meet in Jakarta", "Park Jin and Wang Yi meet in Jakarta"),
    (
      "Zhao Leji, China's third-ranked leader, visits Pyongyang (11-13 April)",
      "Zhao Leji, China's third-ranked leader, visits Pyongyang"
    ),
    (
      "Russia lists South Korea, Japan and the US among unfriendly states",
      "Russia lists South Korea, Japan and the US among unfriendly states"
    ),
    ("Camp David summit: commitment to consult", "Camp David summit"),
    ("Wang Yi visits Seoul, first since the THAAD dispute (4-5 Dec)", "Wang Yi visits Seoul"),
    ("A pact (secret)", "A pact"), ("(all in brackets)", "(all in brackets)"), ("", ""),
    (
      "Beijing summons the Japanese ambassador over the decision to release treated water into the sea",
      "Beijing summons the Japanese ambassador over the decision to release treated…"
    ),
  ]) func `an event's title says what happened`(text: String, title: String) {
    #expect(Wording.title(of: text) == title)
  }

  @Test func `dates say the year once`() {
    let (a, b, c) = (Sample.day("2022-01-31"), Sample.day("2022-05-16"), Sample.day("2023-01-02"))
    #expect(Wording.dates(a, b) == "31 Jan – 16 May 2022")
    #expect(Wording.dates(a, c) == "31 Jan 2022 – 2 Jan 2023")
    #expect(Wording.month(b) == "May 2022")
    #expect(Wording.period("2023H2") == "2023 H2")
    #expect(Wording.periodInWords("2023H1") == "the first half of 2023")
    #expect(Wording.period("the war years") == "the war years")
  }
}
