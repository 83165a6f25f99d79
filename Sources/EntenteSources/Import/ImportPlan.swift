public import EntenteRecord

/// The inputs of an import, found and listed before anything is read or written.
public struct ImportPlan: Sendable {
  let tasks: [ImportTask]

  /// How many inputs there are; each member of an archive is one.
  public var count: Int { tasks.count }

  init(tasks: [ImportTask]) { self.tasks = tasks }

  /// Sizes that several inputs have.
  var repeatedSizes: Set<Int> {
    let counts = tasks.reduce(into: [Int: Int]()) { $0[$1.size, default: 0] += 1 }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  /// Finds files, folders and patterns in the order given.
  ///
  /// - Throws: every path that means nothing, in one error.
  public init(_ paths: [String]) throws(RecordError) {
    var tasks: [ImportTask] = []
    let named = Set(paths)
    for path in try InputPaths.files(paths) {
      let size = (try? RawFile(path).size) ?? 0
      let inputs: [InputFile]
      do throws(RecordError) {
        inputs = try InputFile.inputs(at: path)
      } catch {
        // Told in its turn, like every other file that cannot be read.
        inputs = [InputFile(path: path)]
      }
      for input in inputs {
        tasks.append(
          ImportTask(
            input: input, isNamed: named.contains(path) && inputs.count == 1,
            size: size / max(1, inputs.count)))
      }
    }
    self.tasks = tasks
  }
}
