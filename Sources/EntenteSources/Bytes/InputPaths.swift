public import EntenteRecord
import EntenteStore

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files from what a user writes: files, folders and patterns.
public enum InputPaths {
  /// The files meant, in the order given; those of a folder or a pattern sorted by name.
  ///
  /// Folders are entered; what begins with a full stop is left out there. A file that is named
  /// twice comes once.
  ///
  /// - Throws: every path or pattern that means nothing, in one error.
  public static func files(_ paths: [String]) throws(RecordError) -> [String] {
    var files: [String] = []
    var seen: Set<String> = []
    var faults: [Fault] = []
    for path in paths {
      var found = entries(path)
      if found.isEmpty, path.contains(where: { "*?[".contains($0) }) { found = matches(path) }
      if found.isEmpty {
        faults.append(
          Fault(
            Place(file: path, line: 0), "file",
            expected: "a file, a folder with files or a pattern",
            found: "nothing of that name"))
      }
      for file in found where seen.insert(file).inserted { files.append(file) }
    }
    guard faults.isEmpty else { throw RecordError(.unreadable, faults) }
    return files
  }

  /// The file itself, or all files below a folder; nothing if there is neither.
  private static func entries(_ path: String) -> [String] {
    guard SystemCalls.isFolder(path) else { return access(path, F_OK) == 0 ? [path] : [] }
    let names = (SystemCalls.names(in: path) ?? []).filter { !$0.hasPrefix(".") }
    return names.flatMap { entries(path.hasSuffix("/") ? path + $0 : path + "/" + $0) }
  }

  private static func matches(_ pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).flatMap { i in
      result.gl_pathv[i].map { entries(String(cString: $0)) } ?? []
    }
  }
}
