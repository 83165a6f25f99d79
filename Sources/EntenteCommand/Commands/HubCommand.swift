import ArgumentParser
import EntenteRecord
import EntenteStructure

struct HubCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "hub",
    abstract: "Says how far a group deals through its hub, and how much of an institution it has.",
    discussion: """
      Example:
        entente hub volumes.csv --members AAA,BBB,CCC --hub AAA
        entente hub northeast-asia --by half
        entente hub weekly-all-states.csv --members USA,JPN,KOR --hub USA --by half
        entente hub --institution evidence.csv --on 2024-11-15

      VOLUMES is as in region. EVIDENCE is a table with the columns point, id, from and to: which
      tie or event gives the group a point of the eight (leaders, ministers, secretariat, exercise,
      data-link, consultation, economy, renewal). The index is Entente's own construction. A case
      gives the volumes of its series, the bloc of the hub as the group, and the evidence that it
      names for it.
      """)

  @Argument(help: "Weekly scores of pairs, or a case.", completion: .file(extensions: ["csv"]))
  var volumes: String?
  @Option(help: "The group's states, joined by commas.") var members: String?
  @Option(help: "The hub. Default: USA.") var hub = "USA"
  @Option(
    help: "Evidence of institutionalisation: point, id, from, to.",
    completion: .file(extensions: ["csv"])) var institution: String?
  @Option(help: "Days on which the institution is read; repeatable.") var on: [String] = []
  @OptionGroup var stretch: StretchOptions
  @OptionGroup var options: ResamplingOptions
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard volumes != nil || institution != nil else {
      throw ValidationError("expected a table of volumes or --institution, found neither")
    }
    guard (volumes == nil) == (members == nil) || volumes.map(TableOrCase.isCase) == true else {
      throw ValidationError("expected --members with a table of volumes")
    }
  }

  func run() throws {
    let tables = VolumeTables()
    var readings: [(String, HubReading)] = []
    var skipped: [String] = []
    var states = (members ?? "").split(separator: ",").map(String.init)
    var evidence: [Institutionalisation.Evidence]?
    var last: Day?
    if let volumes {
      let read: DyadVolumes
      switch try TableOrCase(volumes) {
      case .table(let path): read = try tables.volumes(path)
      case .subject(let subject):
        let found = CaseTables(subject: subject)
        read = try found.volumes()
        if states.isEmpty { states = try found.members(around: hub) }
        evidence = found.institution(of: states)
        last = subject.window.to
      }
      for stretch in try stretch.stretches(of: read.weeks) {
        do throws(StructureError) {
          readings.append(
            (
              stretch.name,
              try HubReading(
                of: states, hub: hub, in: try read.window(stretch.span),
                options: options.structure)
            ))
        } catch {
          guard error.code == .tooFew || error.code == .notAvailable, states.count >= 3 else {
            throw BadInput(error.message)
          }
          skipped.append("\(stretch.name): \(error.message)")
        }
      }
      guard !readings.isEmpty else { throw BadInput(skipped.joined(separator: "\n")) }
    }
    var institutions: [Institutionalisation] = []
    if let institution {
      evidence = try tables.evidence(institution)
      last = nil
    }
    if let evidence {
      let days = try on.map { text in
        guard let day = Day(text) else {
          throw BadInput("--on: expected a date like 2023-08-18, found \(Fault.quoted(text))")
        }
        return day
      }
      let last = last ?? evidence.map(\.from).max()
      institutions = (days.isEmpty ? [last].compactMap { $0 } : days)
        .map { Institutionalisation(on: $0, evidence: evidence) }
    }
    let report = HubReport(readings, institutions, seed: options.seed, skipped: skipped)
    if json { return try printJSON(report) }
    Streams.print(report.text)
  }
}
