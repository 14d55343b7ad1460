// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "souschef", path: "..")],
  targets: [
    .executableTarget(
      name: "planner-benchmark",
      dependencies: [
        .product(name: "Scheduling", package: "souschef"),
        "PlannerInstances",
      ], swiftSettings: strict),
    // The tests of the package next door read the same sources, as a target of their own.
    .target(
      name: "PlannerInstances",
      dependencies: [.product(name: "Scheduling", package: "souschef")], path: "Instances",
      swiftSettings: strict),
  ]
)
