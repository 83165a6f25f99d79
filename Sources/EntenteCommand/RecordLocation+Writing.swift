import ArgumentParser
import EntenteRecord
import EntenteStore

extension RecordLocation {
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
