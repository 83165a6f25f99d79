/// The header of a panel of pairs, `date,actor,actor,value`, as it is written in the documents.
enum PanelHeader {
  /// The same bytes with the second of two columns `actor` renamed `other`, so that each has a name.
  static func distinguishing(_ bytes: [UInt8]) -> [UInt8] {
    var start = 0
    // Comments and empty lines may stand before the header.
    while start < bytes.count, bytes[start] == 35 || bytes[start] == 10 || bytes[start] == 13 {
      start = (bytes[start...].firstIndex(of: 10) ?? bytes.count - 1) + 1
    }
    let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
    let header = String(decoding: bytes[start..<end], as: UTF8.self)
    let names = header.split(separator: ",", omittingEmptySubsequences: false)
    guard names.count >= 4, names[1] == "actor", names[2] == "actor" else { return bytes }
    var renamed = names
    renamed[2] = "other"
    return Array(bytes[..<start]) + Array(renamed.joined(separator: ",").utf8)
      + Array(bytes[end...])
  }
}
