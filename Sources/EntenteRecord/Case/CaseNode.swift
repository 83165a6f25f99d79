/// A piece of a case's text whose meaning belongs to somebody else.
///
/// The parameters of a claim's test are such: only the test can read them. A node keeps its place,
/// so that the test can report faults.
public struct CaseNode: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case text(String)
    case list([CaseNode])
    case map([Entry])
  }

  public struct Entry: Hashable, Sendable {
    public let key: String
    public let value: CaseNode
    /// Where the key stands; a nested value may start a line later.
    public let place: Place

    public init(key: String, value: CaseNode, at place: Place? = nil) {
      self.key = key
      self.value = value
      self.place = place ?? value.place
    }
  }

  public let content: Content
  public let place: Place

  public init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }

  public var text: String? {
    guard case .text(let text) = content else { return nil }
    return text
  }

  /// The items of a list; a lone text or map counts as a list of one.
  public var items: [CaseNode] {
    guard case .list(let items) = content else { return [self] }
    return items
  }

  public var entries: [Entry] {
    guard case .map(let entries) = content else { return [] }
    return entries
  }

  public subscript(key: String) -> CaseNode? { entries.first { $0.key == key }?.value }
}
