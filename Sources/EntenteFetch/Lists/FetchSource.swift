import EntenteRecord

/// What is fetched: one family of files of one publisher, with the lists that name them.
public struct FetchSource: Hashable, Sendable {
  public enum Family: String, Hashable, Sendable {
    /// GDELT 2.0: a file every quarter of an hour since 2015-02-18 23:00.
    case gdelt2
    /// GDELT 1.0 events: a file a year, from 2006 a month, and from 2013-04-01 a day.
    case gdelt1
  }

  public enum Feed: String, Hashable, Sendable, CaseIterable {
    case events, mentions
  }

  public let family: Family
  public let feed: Feed
  /// The feed of articles that GDELT translated, which it lists and publishes apart (2.0 only).
  public let isTranslated: Bool

  public static func gdelt2(_ feed: Feed = .events, translated: Bool = false) -> FetchSource {
    FetchSource(family: .gdelt2, feed: feed, isTranslated: translated)
  }

  public static let gdelt1 = FetchSource(family: .gdelt1, feed: .events, isTranslated: false)

  /// Where the lists and the files stand, unless the user names a mirror.
  public var defaultBase: String {
    switch family {
    case .gdelt2: "http://data.gdeltproject.org/gdeltv2"
    case .gdelt1: "http://data.gdeltproject.org/events"
    }
  }

  /// The lists to get: GDELT 1.0 keeps checksums and sizes in two.
  var listNames: [String] {
    switch family {
    case .gdelt2: [isTranslated ? "masterfilelist-translation.txt" : "masterfilelist.txt"]
    case .gdelt1: ["md5sums", "filesizes"]
    }
  }

  /// Nothing was published for before this moment.
  public var begin: QuarterHour {
    switch family {
    case .gdelt2: QuarterHour(startOf: Day(number: 16_484)).advanced(by: 92)
    case .gdelt1: QuarterHour(startOf: Day(number: 3287))
    }
  }

  /// The importer's name of the files' format.
  public var format: String {
    switch (family, feed) {
    case (.gdelt1, _): "gdelt1"
    case (.gdelt2, .events): "gdelt2"
    case (.gdelt2, .mentions): "gdelt-mentions"
    }
  }

  public var title: String {
    switch family {
    case .gdelt1: "GDELT 1.0 events"
    case .gdelt2: "GDELT 2.0 \(feed.rawValue)\(isTranslated ? ", translated feed" : "")"
    }
  }
}
