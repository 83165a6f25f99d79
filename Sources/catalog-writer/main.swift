import Foundation

// Usage: catalog-writer OUTPUT PROTOCOL TYPE...
let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 2, let output = arguments.first else {
  FileHandle.standardError.write(Data("usage: catalog-writer OUTPUT PROTOCOL TYPE...\n".utf8))
  exit(64)
}
let name = arguments[arguments.startIndex + 1]
let types = arguments.dropFirst(2)
let list = types.map { "    \($0).self,\n" }.joined()
let text = """
  /// Every \(name) of this module, by file name. Written at build time.
  public enum \(name)Catalog {
    public static let all: [any \(name).Type] = [
  \(list)  ]
  }

  """
do {
  try text.write(toFile: output, atomically: true, encoding: .utf8)
} catch {
  FileHandle.standardError.write(Data("catalog-writer: \(error)\n".utf8))
  exit(1)
}
