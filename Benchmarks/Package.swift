// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "souschef", path: "..")],
  targets: [
    .executableTarget(
      name: "planner-benchmark",
      dependencies: [
        .product(name: "Scheduling", package: "souschef"),
        .product(name: "BenchmarkInstances", package: "souschef"),
      ],
      swiftSettings: [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ]
)
