public import Foundation

/// `brief.json`: the report as it is.
///
/// Keys are sorted and numbers written in their shortest form, so the same report gives the same
/// bytes. A number that is not finite is never written: it becomes null where the report allows
/// none to be known, and an error where it does not.
public enum BriefJSON {
  public static func encode(_ report: BriefReport) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    var data = try encoder.encode(report.withoutUnknownNumbers())
    data.append(UInt8(ascii: "\n"))
    return data
  }

  public static func decode(_ data: Data) throws -> BriefReport {
    try JSONDecoder().decode(BriefReport.self, from: data)
  }
}
