import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whether a file can be read by others.
enum WellFormed {
  static func isXML(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

  /// Fields of every row; a quoted field may hold commas, quotes and line ends.
  static func csvWidths(_ text: String) -> [Int] {
    var widths: [Int] = []
    var fields = 1
    var isQuoted = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: fields += 1
      case UInt8(ascii: "\n") where !isQuoted:
        widths.append(fields)
        fields = 1
      default: break
      }
    }
    return isQuoted || !text.hasSuffix("\n") ? [] : widths
  }
}
