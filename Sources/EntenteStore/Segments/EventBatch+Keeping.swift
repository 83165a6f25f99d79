import EntenteRecord

extension EventBatch {
  /// The rows that are to be kept, with the whole table of texts.
  ///
  /// Column by column: row by row takes four times as long.
  func keeping(_ keep: [Bool]) -> EventBatch {
    precondition(keep.count == count, "one answer for each row")
    var kept = EventBatch(format: format)
    kept.texts = texts
    kept.day = keep.kept(of: day)
    kept.added = keep.kept(of: added)
    kept.id = keep.kept(of: id)
    kept.source = keep.kept(of: source)
    kept.target = keep.kept(of: target)
    kept.sourceKind = keep.kept(of: sourceKind)
    kept.targetKind = keep.kept(of: targetKind)
    kept.sourceActor = keep.kept(of: sourceActor)
    kept.targetActor = keep.kept(of: targetActor)
    kept.sourceSector = keep.kept(of: sourceSector)
    kept.targetSector = keep.kept(of: targetSector)
    kept.code = keep.kept(of: code)
    kept.plover = keep.kept(of: plover)
    kept.mode = keep.kept(of: mode)
    kept.goldstein = keep.kept(of: goldstein)
    kept.mentions = keep.kept(of: mentions)
    kept.sources = keep.kept(of: sources)
    kept.articles = keep.kept(of: articles)
    kept.tone = keep.kept(of: tone)
    kept.place = keep.kept(of: place)
    kept.placeState = keep.kept(of: placeState)
    kept.latitude = keep.kept(of: latitude)
    kept.longitude = keep.kept(of: longitude)
    kept.line = keep.kept(of: line)
    return kept
  }
}

extension [Bool] {
  /// The values of a column for which the answer is yes.
  func kept<T: BitwiseCopyable>(of column: [T]) -> [T] {
    [T](unsafeUninitializedCapacity: count) { room, kept in
      withUnsafeBufferPointer { keep in
        column.withUnsafeBufferPointer { column in
          // Written whether it is kept or not: which, no processor can guess.
          for i in 0..<keep.count {
            room.initializeElement(at: kept, to: column[i])
            kept &+= keep[i] ? 1 : 0
          }
        }
      }
    }
  }
}
