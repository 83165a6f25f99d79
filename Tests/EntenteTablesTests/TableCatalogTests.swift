import EntenteRecord
import EntenteSources
import EntenteStore
import Testing

struct TableCatalogTests {
  @Test func `every kind has a name, columns and a key of its own`() {
    let schemas = TableReaderCatalog.all.map { $0.descriptor.schema }
    #expect(Set(schemas.map(\.name)).count == schemas.count)
    #expect(schemas.count >= 31)
    for schema in schemas {
      #expect(TableSchema.isName(schema.name), "\(schema.name)")
      #expect(Set(schema.columns.map(\.name)).count == schema.columns.count, "\(schema.name)")
      for column in schema.columns {
        #expect(TableColumn.isName(column.name), "\(schema.name): \(column.name)")
        #expect(!["file", "line", "rowid"].contains(column.name), "\(schema.name)")
        #expect(!column.meaning.isEmpty)
      }
      #expect(!schema.key.isEmpty, "\(schema.name)")
      for name in schema.key { #expect(schema.index(of: name) != nil, "\(schema.name): \(name)") }
      for text in [schema.title, schema.source, schema.citation, schema.terms] {
        #expect(!text.isEmpty, "\(schema.name)")
      }
      switch schema.time {
      case .year(let name), .day(let name): #expect(schema.index(of: name) != nil)
      case .spell(let from, let to):
        #expect(schema.index(of: from) != nil && schema.index(of: to) != nil)
      case .none: break
      }
    }
    let events = EventReaderCatalog.all.map { $0.descriptor.name } + ["auto", "csv"]
    #expect(Set(events).isDisjoint(with: schemas.map(\.name)))
  }
}
