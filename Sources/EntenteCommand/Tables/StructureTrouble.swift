import EntenteStructure

/// Does some work of the structure library; what it cannot measure is told as bad input.
func told<R>(_ work: () throws(StructureError) -> R) throws -> R {
  do {
    return try work()
  } catch {
    throw BadInput(error.message)
  }
}
