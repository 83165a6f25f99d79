// swift-tools-version: 6.2
import PackageDescription

// Run by Benchmarks/record-speed. A package of its own, so that `swift build` does not build it.
let package = Package(
  name: "record-benchmark",
  dependencies: [.package(name: "entente", path: "../..")],
  targets: [
    .executableTarget(
      name: "RecordBenchmark",
      dependencies: [.product(name: "EntenteStore", package: "entente")],
      swiftSettings: [
        .swiftLanguageMode(.v6), .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ])
