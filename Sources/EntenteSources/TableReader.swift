/// One kind of table of states: what its columns mean, and whose data it is.
///
/// Each file of `TableReaders/` holds one, named for its type, and the build lists them in
/// `TableReaderCatalog`: a new kind is one new file and no other edit. What a kind says is all that
/// is needed; `TableParser` does the reading.
public protocol TableReader: SendableMetatype {
  static var descriptor: TableDescriptor { get }
}
