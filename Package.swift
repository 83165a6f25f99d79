// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library of ours: its name, and the modules that stand to its left in the flow of data.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: ["README.md"], swiftSettings: settings,
    plugins: plugins)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "entente",
  products: [
    .executable(name: "entente", targets: ["EntenteCommand"]),
    .executable(name: "entente-calibration", targets: ["EntenteCalibration"]),
    .executable(name: "entente-fuzz", targets: ["EntenteFuzz"]),
    .library(name: "Entente", targets: ["Entente"]),
    .library(name: "EntenteTesting", targets: ["EntenteTesting"]),
    .library(name: "EntenteBalance", targets: ["EntenteBalance"]),
    .library(name: "EntenteStore", targets: ["EntenteStore", "EntenteRecord", "EntenteNumerics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // MARK: - Libraries, from left to right in the flow of data
    .systemLibrary(name: "CLapack", providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
    library("EntenteNumerics", ["CLapack"]),
    library("EntenteRecord"),
    library("EntenteStore", ["EntenteRecord", "EntenteNumerics", grdb]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    // Ours, and the only C: what Swift cannot ask of a processor.
    .target(name: "CScan"),
    library(
      "EntenteSources", ["EntenteStore", "EntenteRecord", "CZlib", "CScan", yams],
      plugins: ["CatalogPlugin"]),
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    library("EntenteFetch", ["EntenteRecord", "EntenteNumerics", "CCurl"]),
    .systemLibrary(name: "CClp", providers: [.apt(["coinor-libclp-dev"])]),
    library("EntenteBalance", ["CClp", "EntenteNumerics"]),
    library("EntenteHistory", ["EntenteRecord", "EntenteNumerics"]),
    library(
      "EntenteStructure", ["EntenteHistory", "EntenteRecord", "EntenteNumerics"],
      plugins: ["CatalogPlugin"]),
    library(
      "EntenteDating", ["EntenteHistory", "EntenteRecord", "EntenteNumerics"],
      plugins: ["CatalogPlugin"]),
    library(
      "EntenteExcitation", ["EntenteHistory", "EntenteRecord", "EntenteNumerics"],
      plugins: ["CatalogPlugin"]),
    library("EntenteAttribution", ["EntenteHistory", "EntenteRecord", "EntenteNumerics"]),
    library(
      "EntenteTriggers",
      [
        "EntenteDating", "EntenteAttribution", "EntenteExcitation", "EntenteHistory",
        "EntenteRecord", "EntenteNumerics",
      ]),
    library(
      "EntenteStrategies",
      ["EntenteStructure", "EntenteHistory", "EntenteRecord", "EntenteNumerics"]),
    library(
      "EntenteClaims",
      [
        "EntenteTriggers", "EntenteStrategies", "EntenteStructure", "EntenteDating",
        "EntenteExcitation", "EntenteAttribution", "EntenteHistory", "EntenteRecord",
        "EntenteNumerics",
      ], plugins: ["CatalogPlugin"]),
    library(
      "EntenteBrief",
      [
        "EntenteClaims", "EntenteTriggers", "EntenteStrategies", "EntenteStructure",
        "EntenteDating", "EntenteExcitation", "EntenteAttribution", "EntenteHistory",
        "EntenteRecord", "EntenteNumerics",
      ]),
    library(
      "Entente",
      [
        "EntenteBrief", "EntenteClaims", "EntenteTriggers", "EntenteExcitation",
        "EntenteStrategies", "EntenteStructure",
        "EntenteDating", "EntenteAttribution", "EntenteHistory", "EntenteSources",
        "EntenteRecord", "EntenteNumerics",
      ]),
    library(
      "EntenteTesting", ["EntenteHistory", "EntenteRecord", "EntenteNumerics"]),

    // MARK: - Tools
    .executableTarget(
      name: "EntenteCommand",
      dependencies: [
        "EntenteBrief", "EntenteClaims", "EntenteTriggers", "EntenteStrategies",
        "EntenteStructure", "EntenteDating", "EntenteAttribution", "EntenteHistory",
        "EntenteSources", "EntenteStore", "EntenteRecord", "EntenteNumerics", arguments,
        "EntenteFetch",
        "EntenteBalance",
        "EntenteExcitation",
      ], exclude: ["README.md"], swiftSettings: settings, plugins: ["CatalogPlugin"]),
    .executableTarget(
      name: "EntenteCalibration",
      dependencies: [
        "EntenteTesting", "EntenteClaims", "EntenteStrategies", "EntenteStructure",
        "EntenteDating", "EntenteAttribution", "EntenteHistory", "EntenteSources",
        "EntenteRecord", "EntenteNumerics", arguments,
        "EntenteExcitation", "EntenteTriggers",
      ], exclude: ["README.md"], swiftSettings: settings),
    .executableTarget(
      name: "EntenteFuzz",
      dependencies: ["EntenteSources", "EntenteRecord", "EntenteNumerics", arguments],
      exclude: ["README.md"], swiftSettings: settings),
    .executableTarget(name: "catalog-writer", swiftSettings: settings),
    .plugin(name: "CatalogPlugin", capability: .buildTool(), dependencies: ["catalog-writer"]),

    // MARK: - Tests
    tests("EntenteNumericsTests", ["EntenteNumerics"]),
    tests("EntenteRecordTests", ["EntenteRecord"]),
    tests(
      "EntenteSourcesTests",
      ["EntenteSources", "EntenteStore", "EntenteRecord", "EntenteNumerics", "CZlib"]),
    tests(
      "EntenteTablesTests",
      [
        "EntenteSources", "EntenteStore", "EntenteStructure", "EntenteRecord", "EntenteNumerics",
        grdb,
      ]
    ),
    tests("EntenteStoreTests", ["EntenteStore", "EntenteRecord", "EntenteNumerics", grdb]),
    tests("EntenteHistoryTests", ["EntenteHistory", "EntenteRecord", "EntenteNumerics"]),
    tests(
      "EntenteStructureTests",
      ["EntenteStructure", "EntenteHistory", "EntenteRecord", "EntenteNumerics"]),
    tests(
      "EntenteDatingTests",
      ["EntenteDating", "EntenteTesting", "EntenteHistory", "EntenteRecord", "EntenteNumerics"]),
    tests(
      "EntenteAttributionTests",
      [
        "EntenteAttribution", "EntenteTesting", "EntenteHistory", "EntenteRecord",
        "EntenteNumerics",
      ]),
    tests(
      "EntenteTriggersTests",
      [
        "EntenteTriggers", "EntenteAttribution", "EntenteTesting", "EntenteRecord",
        "EntenteNumerics",
      ]),
    tests(
      "EntenteClaimsTests",
      [
        "EntenteClaims", "EntenteSources", "EntenteStructure", "EntenteDating",
        "EntenteAttribution", "EntenteHistory", "EntenteRecord", "EntenteNumerics",
      ]),
    tests(
      "EntenteBriefTests",
      [
        "EntenteBrief", "EntenteClaims", "EntenteSources", "EntenteHistory", "EntenteRecord",
        "EntenteNumerics",
      ], exclude: ["Goldens"]),
    tests(
      "EntenteStrategiesTests",
      ["EntenteStrategies", "EntenteTesting", "EntenteRecord", "EntenteNumerics"]),
    tests("EntenteFetchTests", ["EntenteFetch", "EntenteRecord", "EntenteNumerics"]),
    tests("EntenteBalanceTests", ["EntenteBalance", "EntenteNumerics"]),
    tests("EntenteExcitationTests", ["EntenteExcitation", "EntenteNumerics"]),
    tests("EndToEndTests", []),
  ]
)
