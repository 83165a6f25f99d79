import EntenteRecord
import Foundation

/// What a command reads: a table of the user's own, or a case that holds what it needs.
enum TableOrCase {
  case table(String)
  case subject(Case)

  /// A folder and the name of a built-in case mean a case; so does a word that nothing bears and that
  /// has no ending, so that a name mistyped is told as one.
  static func isCase(_ argument: String) -> Bool {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) {
      return isFolder.boolValue
    }
    return CaseLocation.builtIn[argument] != nil
      || !argument.contains(".") && !argument.contains("/")
  }

  init(_ argument: String) throws {
    self = Self.isCase(argument) ? .subject(try CaseLocation.read(argument)) : .table(argument)
  }
}
