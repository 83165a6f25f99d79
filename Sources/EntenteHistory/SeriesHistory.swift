public import EntenteRecord

/// Values of subjects over time, whatever they come from: a series of the case, an attribute, affinity.
///
/// A period belongs to a span if its middle day lies inside. Missing periods are left out and
/// counted, never filled.
public struct SeriesHistory: Sendable {
  /// A value of one period.
  public struct Point: Hashable, Sendable {
    public let span: Span
    public let value: Double
    /// Sample size, where the source gives one.
    public let n: Double?
    /// Half-width of the 95% interval, where the source gives one.
    public let margin: Double?

    public init(span: Span, value: Double, n: Double? = nil, margin: Double? = nil) {
      self.span = span
      self.value = value
      self.n = n
      self.margin = margin
    }
  }

  /// For messages: `series icews-tone`.
  public let title: String
  public let kind: SeriesDeclaration.Kind
  public let length: Period.Length
  /// In order of time.
  public let points: [Subject: [Point]]

  public init(
    title: String, kind: SeriesDeclaration.Kind, length: Period.Length, points: [Subject: [Point]]
  ) {
    self.title = title
    self.kind = kind
    self.length = length
    self.points = points.mapValues { $0.sorted { $0.span.from < $1.span.from } }
  }

  public init(_ series: Series) {
    let points = series.observations.mapValues { observations in
      observations.compactMap { observation -> Point? in
        guard let span = observation.period.span, observation.value.isFinite else { return nil }
        return Point(
          span: span, value: observation.value, n: observation.n, margin: observation.margin)
      }
    }
    self.init(
      title: "series \(series.declaration.id)", kind: series.declaration.kind,
      length: series.declaration.length, points: points)
  }

  /// A yearly attribute of the case.
  ///
  /// - Throws: `HistoryError` with `.noData` if the case has no such attribute.
  public init(attribute: String, in record: Case) throws(HistoryError) {
    let rows = record.attributes.filter { $0.variable == attribute && $0.value.isFinite }
    guard !rows.isEmpty else {
      let known = Set(record.attributes.map(\.variable))
      let near = NearSpelling.of(attribute, among: known).map { "; did you mean \($0)?" } ?? ""
      throw HistoryError(.noData, "the case has no attribute \(attribute)\(near)")
    }
    var points: [Subject: [Point]] = [:]
    for row in rows {
      guard let day = Day(year: row.year, month: 1, day: 1),
        let span = Period(containing: day, length: .year).span
      else { continue }
      points[row.subject, default: []].append(Point(span: span, value: row.value))
    }
    self.init(title: "attribute \(attribute)", kind: .level, length: .year, points: points)
  }

  /// Affinity by week of every pair that can be read.
  public init(_ panel: AffinityPanel) {
    var points: [Subject: [Point]] = [:]
    for (dyad, series) in panel.series { points[.pair(dyad)] = Self.points(series) }
    self.init(title: "affinity", kind: .level, length: .week, points: points)
  }

  public init(_ affinity: AffinitySeries) {
    self.init(
      title: "affinity", kind: .level, length: .week,
      points: [.pair(affinity.dyad): Self.points(affinity)])
  }

  private static func points(_ series: AffinitySeries) -> [Point] {
    zip(series.weeks, series.values).compactMap { week, value in
      Span(from: week, to: week.adding(days: 6)).map { Point(span: $0, value: value) }
    }
  }

  /// The points that belong to a span, in order of time.
  ///
  /// - Throws: `HistoryError` with `.unknownSubject` or `.noData`.
  public func points(of subject: Subject, in span: Span) throws(HistoryError) -> [Point] {
    guard let all = points[subject], let first = all.first, let last = all.last else {
      let known = points.keys.map(\.description)
      let near = NearSpelling.of(subject.description, among: known)
      throw HistoryError(
        .unknownSubject,
        "\(title) has no \(subject)" + (near.map { "; did you mean \($0)?" } ?? ""))
    }
    let inside = all.filter { span.contains($0.span.middle) }
    guard span.from <= last.span.to else {
      throw HistoryError(
        .noData,
        "\(title) ends on \(last.span.to.text) for \(subject) and says nothing of \(span)")
    }
    guard !inside.isEmpty else {
      throw HistoryError(
        .noData,
        "\(title) has no value of \(subject) in \(span); it runs from \(first.span.from) to "
          + "\(last.span.to)")
    }
    return inside
  }

  /// Share of the span's periods that are not among `count` observed ones.
  func missingShare(_ count: Int, in span: Span) -> Double {
    let expected = Period.covering(span, by: length).count { span.holds($0) }
    return expected > 0 ? max(0, 1 - Double(count) / Double(expected)) : 0
  }
}
