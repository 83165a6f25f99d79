import Foundation
import PackagePlugin

/// Writes a catalog of a folder's types.
///
/// For every folder `Measures/` of a target that stands beside a file `Measure.swift` (the protocol)
/// it makes `MeasureCatalog.swift`, which lists them. So a new measure, or a new claim test, is one
/// new file and no other edit.
@main
struct CatalogPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let source = target as? any SourceModuleTarget else { return [] }
    let files = source.sourceFiles.map(\.url).filter { $0.pathExtension == "swift" }
    let root = target.directoryURL.standardizedFileURL
    let protocols = files.filter { $0.deletingLastPathComponent().standardizedFileURL == root }
      .map { $0.deletingPathExtension().lastPathComponent }
    return try protocols.sorted().compactMap { name in
      let folder = root.appending(path: name + "s")
      let members = files.filter {
        $0.deletingLastPathComponent().standardizedFileURL.path == folder.path
      }
      guard !members.isEmpty else { return nil }
      let output = context.pluginWorkDirectoryURL.appending(path: "\(name)Catalog.swift")
      let types = members.map { $0.deletingPathExtension().lastPathComponent }.sorted()
      return .buildCommand(
        displayName: "Listing \(name)s",
        executable: try context.tool(named: "catalog-writer").url,
        arguments: [output.path, name] + types.filter { !$0.contains("+") },
        inputFiles: members, outputFiles: [output])
    }
  }
}
