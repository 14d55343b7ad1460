// swift-tools-version: 6.2

import PackageDescription

/// One set of rules for every target: warnings are errors, imports are explicit and internal.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A library module with a test target of the same name beside it; `testData` names folders of the
/// tests that hold no source, `tests` what the tests alone depend on.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [],
  plugins: [Target.PluginUsage] = [], testData: [String] = [], tests: [Target.Dependency] = []
) -> [Target] {
  [
    .target(
      name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins),
    .testTarget(
      name: "\(name)Tests",
      dependencies: [.target(name: name), "TestSupport"] + dependencies + tests,
      exclude: testData, swiftSettings: strict),
  ]
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let rainbow = Target.Dependency.product(name: "Rainbow", package: "Rainbow")
/// The board's server and what it stands on.
let server: [Target.Dependency] = [
  .product(name: "Hummingbird", package: "hummingbird"),
  .product(name: "HummingbirdCore", package: "hummingbird"),
  .product(name: "HTTPTypes", package: "swift-http-types"),
  .product(name: "Logging", package: "swift-log"),
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOHTTP1", package: "swift-nio"),
  .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
  .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
  .product(name: "NIOPosix", package: "swift-nio"),
  .product(name: "NIOSSL", package: "swift-nio-ssl"),
  .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
  .product(name: "UnixSignals", package: "swift-service-lifecycle"),
]
/// A release for this machine alone starts twice as fast when nothing is left to link at start-up.
let staticLinking: [LinkerSetting] =
  Context.environment["SOUSCHEF_STATIC"] == "1"
  ? [.unsafeFlags(["-static-executable"], .when(platforms: [.linux]))] : []

/// The commit that a build says it was made from; `scripts/build` knows it.
let commit: [CSetting] =
  Context.environment["SOUSCHEF_COMMIT"].map { [.define("SOUSCHEF_COMMIT", to: "\"\($0)\"")] } ?? []

let customDump = Target.Dependency.product(name: "CustomDump", package: "swift-custom-dump")

/// Whoever works on everything else may leave out the board and its server: it is half of a first
/// build. `SOUSCHEF_WITHOUT_BOARD=1 swift test`
let hasBoard = Context.environment["SOUSCHEF_WITHOUT_BOARD"] != "1"

let boardPackages: [Package.Dependency] =
  hasBoard
  ? [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ] : []

let boardTargets: [Target] =
  hasBoard
  ? library(
    "KitchenBoard", ["SouschefCore", "KitchenModel", "Rendering", "JSON"] + server,
    plugins: ["EmbedPageAssets"],
    tests: [.product(name: "NIOEmbedded", package: "swift-nio")])
    + [
      .executableTarget(
        name: "souschef-board",
        dependencies: [
          "KitchenBoard", "SouschefCore", "KitchenModel", "BuildStamp", argumentParser,
        ],
        swiftSettings: strict,
        linkerSettings: staticLinking),
      .plugin(name: "EmbedPageAssets", capability: .buildTool(), dependencies: ["embed-texts"]),
    ] : []

let package = Package(
  name: "souschef",
  products: [
    .executable(name: "souschef", targets: ["souschef"]),
    .library(name: "Scheduling", targets: ["Scheduling"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/onevcat/Rainbow", from: "4.2.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
  ] + boardPackages,
  targets: [
    library("ConstraintSolver"),
    library(
      "Scheduling", ["ConstraintSolver"], tests: ["BenchmarkInstances", "SchedulingOracle"]),
    library("DurableFiles"),
    library("JSON", tests: ["KitchenModel"]),
    library("KitchenModel"),
    library("KitchenFile", ["KitchenModel", "JSON", yams]),
    library("MealPlanning", ["KitchenModel", "Scheduling"], tests: ["Rendering"]),
    library("MealExecution", ["KitchenModel"], tests: ["MealPlanning", "Rendering"]),
    library(
      "KitchenStore", ["KitchenModel", "JSON", "DurableFiles", grdb], plugins: ["EmbedMigrations"],
      testData: ["Fixtures", "Golden"]),
    library("RecipeProse", ["KitchenModel"], plugins: ["EmbedLexica"], testData: ["Corpus"]),
    library("RecipeImport", ["KitchenModel", "RecipeProse", "JSON", yams], testData: ["Texts"]),
    library("Rendering", ["KitchenModel", "JSON"], testData: ["Golden", "Live/Golden"]),
    library(
      "SouschefCore",
      [
        "KitchenModel", "KitchenFile", "Scheduling", "MealPlanning", "MealExecution",
        "KitchenStore", "RecipeProse", "RecipeImport", "Rendering", "JSON",
      ], testData: ["Examples/Golden"], tests: [grdb]),
    boardTargets,
    [
      .executableTarget(
        name: "souschef",
        dependencies: [
          "SouschefCore", "KitchenModel", "DurableFiles", "Rendering", "JSON", "BuildStamp",
          argumentParser, rainbow,
        ],
        swiftSettings: strict, linkerSettings: staticLinking),
      .target(name: "BuildStamp", cSettings: commit),
      .executableTarget(name: "embed-texts", swiftSettings: strict),
      .plugin(
        name: "EmbedMigrations", capability: .buildTool(), dependencies: ["embed-texts"]),
      .plugin(name: "EmbedLexica", capability: .buildTool(), dependencies: ["embed-texts"]),
      .target(
        name: "BenchmarkInstances", dependencies: ["Scheduling"], path: "Benchmarks/Instances",
        swiftSettings: strict),
      .target(
        name: "SchedulingOracle", dependencies: ["Scheduling", "BenchmarkInstances"],
        path: "Tests/SchedulingOracle", swiftSettings: strict),
      .executableTarget(
        name: "solver-agreement", dependencies: ["SchedulingOracle"],
        path: "Tests/SolverAgreement", swiftSettings: strict),
      .target(
        name: "TestSupport",
        dependencies: ["KitchenModel", "Scheduling", "MealExecution", "BenchmarkInstances"],
        path: "Tests/TestSupport", swiftSettings: strict),
      .testTarget(
        name: "SouschefTests",
        dependencies: [
          "souschef", "SouschefCore", "MealExecution", "KitchenModel", "Rendering", "TestSupport",
        ], exclude: ["Golden"], swiftSettings: strict),
      .testTarget(
        name: "EndToEndTests", dependencies: ["TestSupport", "KitchenModel", grdb],
        exclude: ["Golden"], swiftSettings: strict),
      .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    ],
  ].flatMap { $0 }
)
