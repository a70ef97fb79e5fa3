// swift-tools-version: 6.2
import PackageDescription

/// Set by `scripts/test`. Not always on: a newer compiler's new warnings would keep users from building.
let warningsAsErrors: [SwiftSetting] =
    Context.environment["PISHKHAN_WARNINGS_ARE_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)]

let strict: [SwiftSetting] =
    [
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("ExistentialAny"),
    ] + warningsAsErrors

let package = Package(
    name: "pishkhan",
    products: [
        .library(name: "OfficeRanking", targets: ["OfficeRanking"]),
        .executable(name: "pishkhan", targets: ["pishkhan"]),
        .executable(name: "pishkhand", targets: ["pishkhand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "Postgres",
            dependencies: [
                "CLibpq",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Migrations",
            dependencies: [
                "Postgres",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.copy("../../sql")],
            swiftSettings: strict
        ),
        .target(
            name: "RankingRules",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "OfficeRanking",
            dependencies: [
                "Postgres",
                "RankingRules",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .target(name: "SyntheticSample", dependencies: ["RankingRules"], swiftSettings: strict),
        .target(name: "Wording", dependencies: ["OfficeRanking", "RankingRules"], swiftSettings: strict),
        .target(name: "Tables", dependencies: ["RankingRules", "Wording"], swiftSettings: strict),
        .target(
            name: "Answers", dependencies: ["OfficeRanking", "RankingRules", "Tables", "Wording"], swiftSettings: strict
        ),
        .executableTarget(
            name: "pishkhan",
            dependencies: [
                "Answers",
                "Migrations",
                "OfficeRanking",
                "Postgres",
                "RankingRules",
                "SyntheticSample",
                "Tables",
                "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Web",
            dependencies: [
                "Answers",
                "OfficeRanking",
                "RankingRules",
                "Tables",
                "Wording",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            resources: [.copy("openapi.yaml")],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "pishkhand",
            dependencies: [
                "Migrations",
                "OfficeRanking",
                "Postgres",
                "RankingRules",
                "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "TestDatabase",
            dependencies: [
                "Migrations", "OfficeRanking", "Postgres", "RankingRules",
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/TestDatabase",
            swiftSettings: strict
        ),
        .target(
            name: "TestDescription",
            dependencies: [
                "Web", .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Yams", package: "Yams"),
            ],
            path: "Tests/TestDescription",
            swiftSettings: strict
        ),
        .testTarget(
            name: "PostgresTests",
            dependencies: [
                "Postgres",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "RankingRulesTests", dependencies: ["RankingRules"], swiftSettings: strict),
        .testTarget(
            name: "MigrationsTests", dependencies: ["Migrations", "Postgres", "TestDatabase"], swiftSettings: strict),
        .testTarget(
            name: "OfficeRankingTests",
            dependencies: ["OfficeRanking", "Postgres", "RankingRules", "SyntheticSample", "TestDatabase", "Wording"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Migrations", "OfficeRanking", "Postgres", "RankingRules", "TestDatabase", "TestDescription", "Web",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "pishkhandTests",
            dependencies: [
                "OfficeRanking", "pishkhand", "Postgres", "RankingRules", "TestDatabase", "TestDescription", "Web",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "pishkhanTests",
            dependencies: [
                "Answers", "pishkhan", "Postgres", "RankingRules", "Tables", "TestDatabase", "TestDescription", "Web",
                "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
