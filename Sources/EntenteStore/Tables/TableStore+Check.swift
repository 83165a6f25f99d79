import EntenteRecord
import GRDB

extension TableStore {
  /// Reads every row of every table and compares it with what was written.
  ///
  /// - Returns: every fault found; none if the tables are sound.
  /// - Complexity: O(rows).
  public func check() throws(StoreError) -> [StoreError] {
    try base.read { database in
      var faults: [StoreError] = []
      func fault(_ path: String, _ expected: String, _ found: String) {
        faults.append(StoreError(.damaged, path, expected: expected, found: found))
      }
      let trouble = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
      if trouble != ["ok"] {
        fault(base.path, "a sound database", trouble.joined(separator: "; "))
        return faults
      }
      let files = try TableStore.files(of: database, where: "1", [])
      for schema in try TableStore.schemas(of: database) {
        let known = files.filter { $0.table == schema.name }
        let found = try TableStore.contents(of: schema, database)
        for (number, content) in found.sorted(by: { $0.key < $1.key })
        where !known.contains(where: { $0.number == number }) {
          fault(
            "\(base.path), \(schema.name)", "rows of files that were imported",
            "\(content.rows) of a file number \(number)")
        }
        for file in known {
          let content = found[file.number] ?? (rows: 0, digest: TableStore.emptyDigest)
          if content.rows != file.account.kept {
            fault(
              file.file.path, "\(file.account.kept) rows in the table \(schema.name)",
              "\(content.rows)")
          } else if content.digest != file.content {
            fault(
              file.file.path, "the values that were imported into \(schema.name)", "others")
          }
        }
      }
      for file in files {
        if !file.account.isBalanced {
          fault(file.file.path, "an account that adds up", "another")
        }
        let rejects =
          try Int.fetchOne(
            database, sql: "SELECT count(*) FROM entente_reject WHERE file = ?",
            arguments: [file.number]) ?? 0
        if rejects != file.account.rejected {
          fault(file.file.path, "\(file.account.rejected) rejected rows", "\(rejects)")
        }
      }
      return faults
    }
  }

  private static var emptyDigest: String {
    var digest = TableDigest()
    return digest.text()
  }

  /// Rows and digest of what a table holds of each file.
  private static func contents(
    of schema: TableSchema, _ database: Database
  ) throws -> [Int: (rows: Int, digest: String)] {
    let sql = TableSQL(schema: schema)
    var digests: [Int: (rows: Int, digest: TableDigest)] = [:]
    let rows = try Row.fetchCursor(database, sql: sql.select(where: "1"))
    while let row = try rows.next() {
      let (file, line): (Int, Int) = (row[0], row[1])
      digests[file, default: (0, TableDigest())].rows += 1
      digests[file]?.digest.add(line: line, sql.values(row))
    }
    return digests.mapValues { entry in
      var digest = entry.digest
      return (entry.rows, digest.text())
    }
  }
}
