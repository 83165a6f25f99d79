import EntenteBrief
import Foundation
import Testing

/// Not a test of anything: writes the sample to be looked at, if a folder is named.
@Test func `the sample can be looked at`() throws {
  guard let folder = ProcessInfo.processInfo.environment["ENTENTE_LOOK"] else { return }
  var reports = Variants.all
  if let path = ProcessInfo.processInfo.environment["ENTENTE_BRIEF"] {
    reports.append(("given", try BriefJSON.decode(Data(contentsOf: URL(filePath: path)))))
  }
  for (name, report) in reports {
    try Page.html(report).write(toFile: "\(folder)/\(name).html", atomically: true, encoding: .utf8)
    try TerminalSummary.text(report, width: 80).write(
      toFile: "\(folder)/\(name).txt", atomically: true, encoding: .utf8)
    for figure in Figures.all(report) {
      try figure.svg.write(
        toFile: "\(folder)/\(name)-\(figure.id).svg", atomically: true, encoding: .utf8)
      try figure.csv.write(
        toFile: "\(folder)/\(name)-\(figure.id).csv", atomically: true, encoding: .utf8)
    }
  }
}
