/// What became of one file.
enum FileOutcome: Sendable {
  /// It was there, and is what the list says.
  case present
  case fetched(FetchedBytes)
  /// The server has no such file.
  case absent(status: Int)
  /// Fatal where no other file would fare better (the disk, the certificate).
  case failed(String, fatal: FetchError.Code?)
  /// The run stopped before its turn.
  case notTried
}

struct FetchedBytes: Sendable {
  /// Bytes that came over the network, those thrown away included.
  let received: Int
  let tries: Int
  /// It went on from what an earlier try or run had left.
  let wasResumed: Bool
}
