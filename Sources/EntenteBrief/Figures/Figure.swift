/// A figure that stands alone: a title that states what was found, a drawing, and its numbers.
public struct Figure: Sendable {
  /// `legs`, `periods`, `blocs`, `timelines`, `rivals-axis`, `paths`, `cascade`, `verdicts`, `readings`, `moves`,
  /// `strategies`, `hedging`, `hub`: a file's name.
  public let id: String
  /// Its place in the page, from 1.
  public let number: Int
  /// The finding, made by a rule from the report's values.
  public let title: String
  public let howToRead: String
  /// A complete SVG file on a light ground.
  public let svg: String
  /// The numbers drawn, and more digits than the drawing shows.
  public let csv: String
  public let sampleLine: String
  public let intervalLine: String
  public let sourceLine: String
}

public enum Figures {
  /// Every figure that the report has data for, in the order of the page.
  public static func all(_ report: BriefReport) -> [Figure] {
    all(BriefIndex(report)).enumerated().map { position, draft in
      Figure(
        id: draft.id, number: position + 1, title: draft.title, howToRead: draft.howToRead,
        svg: draft.standalone(number: position + 1), csv: draft.table.csv,
        sampleLine: draft.sample, intervalLine: draft.interval, sourceLine: draft.source)
    }
  }

  static func all(_ index: BriefIndex) -> [FigureDraft] {
    var drafts: [FigureDraft?] = [
      LegsFigure.draft(index), PeriodsFigure.draft(index), BlocsFigure.draft(index),
      TimelinesFigure.draft(index),
    ]
    drafts += index.report.attribution.map { RivalsFigure.draft(index, $0) }
    drafts += [
      PathsFigure.draft(index), CascadeFigure.draft(index), VerdictsFigure.draft(index),
      ReadingsFigure.draft(index), MovesFigure.draft(index), StrategiesFigure.draft(index),
      HedgingFigure.draft(index),
      HubFigure.draft(index),
    ]
    return drafts.compactMap { $0 }
  }
}

/// A figure before it is numbered: its words, its body in the page and its body alone.
struct FigureDraft {
  var id: String
  var title: String
  var howToRead: String
  /// What the marks mean, above the drawing.
  var key: [(mark: Markup, text: String)] = []
  /// In the page: HTML that adapts to the width.
  var body: Markup
  /// Under the drawing, folded.
  var folded: Markup = .empty
  /// Alone: a drawing of fixed width.
  var plate: Plate
  var table: Table
  var sample: String
  var interval: String
  var source: String
  var evidence: [String]

  /// A drawing `Plate.width` wide.
  struct Plate {
    static let width = 960.0
    var height: Double
    var content: Markup
  }

  func standalone(number: Int) -> String {
    Standalone.svg(self, number: number)
  }
}
