import EntenteRecord
import Foundation

/// What a structure command reads: a table of the user's own, or a case that holds what it needs.
enum StructureInput {
  case table(String)
  case subject(Case)

  /// A folder, and the name of a built-in case that no file bears, mean a case.
  static func isCase(_ argument: String) -> Bool {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) {
      return isFolder.boolValue
    }
    return CaseLocation.builtIn[argument] != nil
  }

  init(_ argument: String) throws {
    self = Self.isCase(argument) ? .subject(try CaseLocation.read(argument)) : .table(argument)
  }
}
