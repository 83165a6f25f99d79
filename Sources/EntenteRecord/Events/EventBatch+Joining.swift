extension EventBatch {
  public mutating func reserveCapacity(_ count: Int) {
    day.reserveCapacity(count)
    added.reserveCapacity(count)
    id.reserveCapacity(count)
    source.reserveCapacity(count)
    target.reserveCapacity(count)
    sourceKind.reserveCapacity(count)
    targetKind.reserveCapacity(count)
    sourceActor.reserveCapacity(count)
    targetActor.reserveCapacity(count)
    sourceSector.reserveCapacity(count)
    targetSector.reserveCapacity(count)
    code.reserveCapacity(count)
    plover.reserveCapacity(count)
    mode.reserveCapacity(count)
    goldstein.reserveCapacity(count)
    mentions.reserveCapacity(count)
    sources.reserveCapacity(count)
    articles.reserveCapacity(count)
    tone.reserveCapacity(count)
    place.reserveCapacity(count)
    placeState.reserveCapacity(count)
    latitude.reserveCapacity(count)
    longitude.reserveCapacity(count)
    line.reserveCapacity(count)
  }

  /// The rows of another batch of the same format after these.
  public mutating func append(contentsOf other: EventBatch) {
    precondition(other.format == format, "a batch holds one format")
    let places = other.texts.indices.map { index in
      other.texts.withUTF8(of: UInt32(index)) { texts.intern(utf8: $0) }
    }
    func moved(_ column: [UInt32]) -> [UInt32] { column.map { places[Int($0)] } }
    day += other.day
    added += other.added
    id += other.id
    source += other.source
    target += other.target
    sourceKind += other.sourceKind
    targetKind += other.targetKind
    sourceActor += moved(other.sourceActor)
    targetActor += moved(other.targetActor)
    sourceSector += moved(other.sourceSector)
    targetSector += moved(other.targetSector)
    code += other.code
    plover += other.plover
    mode += other.mode
    goldstein += other.goldstein
    mentions += other.mentions
    sources += other.sources
    articles += other.articles
    tone += other.tone
    place += moved(other.place)
    placeState += other.placeState
    latitude += other.latitude
    longitude += other.longitude
    line += other.line
  }

  /// Drops all rows and texts and keeps the memory of the columns.
  public mutating func removeAll() {
    day.removeAll(keepingCapacity: true)
    added.removeAll(keepingCapacity: true)
    id.removeAll(keepingCapacity: true)
    source.removeAll(keepingCapacity: true)
    target.removeAll(keepingCapacity: true)
    sourceKind.removeAll(keepingCapacity: true)
    targetKind.removeAll(keepingCapacity: true)
    sourceActor.removeAll(keepingCapacity: true)
    targetActor.removeAll(keepingCapacity: true)
    sourceSector.removeAll(keepingCapacity: true)
    targetSector.removeAll(keepingCapacity: true)
    code.removeAll(keepingCapacity: true)
    plover.removeAll(keepingCapacity: true)
    mode.removeAll(keepingCapacity: true)
    goldstein.removeAll(keepingCapacity: true)
    mentions.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    articles.removeAll(keepingCapacity: true)
    tone.removeAll(keepingCapacity: true)
    place.removeAll(keepingCapacity: true)
    placeState.removeAll(keepingCapacity: true)
    latitude.removeAll(keepingCapacity: true)
    longitude.removeAll(keepingCapacity: true)
    line.removeAll(keepingCapacity: true)
    texts.removeAll()
  }

  /// Drops all rows but the first so many; the texts stay.
  public mutating func keepFirst(_ count: Int) {
    day.removeSubrange(count...)
    added.removeSubrange(count...)
    id.removeSubrange(count...)
    source.removeSubrange(count...)
    target.removeSubrange(count...)
    sourceKind.removeSubrange(count...)
    targetKind.removeSubrange(count...)
    sourceActor.removeSubrange(count...)
    targetActor.removeSubrange(count...)
    sourceSector.removeSubrange(count...)
    targetSector.removeSubrange(count...)
    code.removeSubrange(count...)
    plover.removeSubrange(count...)
    mode.removeSubrange(count...)
    goldstein.removeSubrange(count...)
    mentions.removeSubrange(count...)
    sources.removeSubrange(count...)
    articles.removeSubrange(count...)
    tone.removeSubrange(count...)
    place.removeSubrange(count...)
    placeState.removeSubrange(count...)
    latitude.removeSubrange(count...)
    longitude.removeSubrange(count...)
    line.removeSubrange(count...)
  }
}
