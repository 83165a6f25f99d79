import ArgumentParser
import EntenteRecord
import EntenteStore
import Foundation

extension RecordLocation {
  /// The record at a path, if there is one.
  static func existing(_ path: String?) throws -> RecordStore? {
    try path.flatMap { FileManager.default.fileExists(atPath: $0) ? try open($0) : nil }
  }

  /// A disk that is full or closed is exit code 1; a record that cannot be one is bad input.
  static func writing<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as StoreError {
      if error.code != .unwritable, error.code != .unbalanced {
        throw BadInput(error.description)
      }
      Streams.log(error.description)
      throw ExitCode(1)
    }
  }
}
