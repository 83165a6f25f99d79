import EntenteRecord

/// Who acts first and who answers, as far as a directed series goes.
enum MovesSection {
  static func section(_ index: BriefIndex, _ figures: FigureBlocks) -> Section? {
    guard let moves = index.report.moves, !moves.pairs.isEmpty else { return nil }
    let words = MovesWords(index, moves)
    return Section(
      id: "moves", title: "Who moves first, and who answers?",
      lede: el(.p) {
        "What each state did to the other, told apart by who acted. The series runs from "
          + "\(moves.from.text) to \(moves.to.text); of anything later these data cannot say who moved. "
          + ([words.sentence] + [words.together].compactMap { $0 }).joined(separator: " ")
      },
      body: [figures.block("moves")])
  }
}
