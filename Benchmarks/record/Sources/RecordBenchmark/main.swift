import EntenteRecord
import EntenteStore
import Foundation

// Usage: RecordBenchmark FOLDER EVENTS DAYS: fills a record with so many made-up events of so many
// days, or takes the one that is there, and prints what it costs to open and to ask it.

@MainActor func report(_ name: String, _ value: String) { print("| \(name) | \(value) |") }

/// Seconds of CPU that this program has taken: on a busy machine the clock tells how busy it is.
@MainActor func cpu() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Median CPU of repeated runs, in milliseconds, and median and range by the clock.
@MainActor func timed(_ name: String, runs: Int = 11, note: String = "", _ body: () throws -> Void)
  rethrows
{
  var times: [Double] = []
  var costs: [Double] = []
  for _ in 0..<runs {
    let cost = cpu()
    let start = DispatchTime.now().uptimeNanoseconds
    try body()
    times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
    costs.append((cpu() - cost) * 1000)
  }
  times.sort()
  costs.sort()
  func text(_ value: Double) -> String { String(format: "%.1f", value) }
  report(
    name,
    "\(text(costs[runs / 2])) ms of CPU, \(text(times[runs / 2])) ms (\(text(times[0])) to \(text(times[runs - 1])), \(runs) runs)\(note)"
  )
}

@MainActor func peakMegabytes() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
  return (line?.split(separator: " ").dropLast().last.flatMap { Int($0) } ?? 0) / 1024
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let events = Int(arguments[2]), let days = Int(arguments[3]), days > 0
else {
  FileHandle.standardError.write(Data("usage: RecordBenchmark FOLDER EVENTS DAYS\n".utf8))
  exit(64)
}
let path = arguments[1]
var news = MadeNews(seed: 1, perDay: max(1, events / days))

if !FileManager.default.fileExists(atPath: path) {
  let store = try RecordStore.create(at: path)
  let writer = try store.writer()
  var (seconds, cost) = (0.0, 0.0)
  var made = 0
  var file = 0
  while made < events {
    // Files as large as a day of GDELT, in the batches of a reader.
    let batches = (0..<4).compactMap { _ -> EventBatch? in
      let count = min(62_500, events - made)
      made += count
      return count > 0 ? news.batch(count) : nil
    }
    let (start, before) = (DispatchTime.now().uptimeNanoseconds, cpu())
    file += 1
    let identity = FileIdentity(path: "made-\(file)", size: file, digest: "made:\(file)")
    if case .session(let session) = try writer.begin(identity) {
      var account = RowAccount()
      for batch in batches {
        try session.append(batch)
        account.read += batch.count
      }
      account.lines = account.read
      try session.commit(account)
    }
    if made >= events { try writer.flush() }
    seconds += Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    cost += cpu() - before
  }
  report(
    "store \(events) events (duplicates sought, sorted, written, synchronised)",
    String(
      format: "%.1f s of CPU, %.2f million a second of it, %.1f s by the clock", cost,
      Double(events) / cost / 1e6, seconds))
  report("peak memory of that", "\(peakMegabytes()) MB")
}

let store = try RecordStore.open(at: path)
let bytes = store.segments.reduce(0) { $0 + $1.size }
report(
  "size",
  "\(store.count) events in \(store.segments.count) segments, \(bytes >> 20) MB, "
    + "\(bytes / max(1, store.count)) bytes an event")
try timed("open") { _ = try RecordStore.open(at: path) }

var interstate = EventFilter()
interstate.isInterstate = true
for threads in [1, 2] {
  var rows = 0
  timed("dyad by day, directed, \(threads) thread\(threads == 1 ? "" : "s")") {
    rows = store.aggregate(AggregateQuery(interstate), threads: threads).count
  }
  report("rows of that answer", "\(rows)")
}
timed("dyad by month, undirected, 2 threads") {
  _ = store.aggregate(AggregateQuery(interstate, by: .month, isDirected: false), threads: 2)
}

// What one state does: about 1% of the events.
var acts = EventFilter()
acts.sources = news.hundredth
var touched = 0
timed("what one state does to each, by day") {
  touched = store.aggregate(AggregateQuery(acts)).total.count
}
report(
  "events of that",
  String(format: "%d, %.2f%%", touched, 100 * Double(touched) / Double(store.count)))
timed("find the events of that state") { touched = store.events(matching: acts).count }
acts.types = [.accuse, .threaten, .sanction]
timed("the same, of three types") { touched = store.events(matching: acts).count }
if let last = store.span?.to {
  var part = EventFilter()
  part.span = Span(from: last.adding(days: -max(1, days / 100) + 1), to: last)
  timed("all pairs of the last hundredth of the days (or one day), by day") {
    touched = store.aggregate(AggregateQuery(part)).total.count
  }
  report(
    "events of that",
    String(format: "%d, %.2f%%", touched, 100 * Double(touched) / Double(store.count)))
}
report("peak memory of all", "\(peakMegabytes()) MB")
