// swift-tools-version: 6.2

import PackageDescription

// A package that uses the library `Scheduling` as anybody's would: it sees what is public, no more.
let package = Package(
  name: "SchedulingClient",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "souschef", path: "../..")],
  targets: [
    .executableTarget(
      name: "workshop", dependencies: [.product(name: "Scheduling", package: "souschef")])
  ]
)
