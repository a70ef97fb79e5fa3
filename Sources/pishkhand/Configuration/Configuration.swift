import Foundation
import Hummingbird
import Logging
import OfficeRanking
import Postgres
import RankingRules
import Web

/// The settings in the form that the program uses; or it throws every fault at once.
struct Configuration {
    let postgres: PostgresConfiguration
    /// For requests without an account: a few connections, and a short timeout.
    let publicPostgres: PostgresConfiguration
    let bind: BindAddress
    let web: WebSettings
    let clock: ClockConfiguration
    let connections: ConnectionLimits
    let files: OperatorFiles
    let stopTimeout: Duration
    let metrics: String
    let logLevel: Logger.Level

    init(_ chosen: [ChosenSetting]) throws {
        var reader = SettingReader(chosen)
        let postgres = Self.postgres(&reader)
        self.postgres = postgres
        publicPostgres = Self.publicPostgres(&reader, postgres)
        bind = Self.bind(&reader)
        files = OperatorFiles(&reader)
        var settings = Self.web(&reader)
        settings.isSecure = settings.isSecure || files.tls != nil
        if let folder = files.uploadFolder { settings.uploadFolder = folder }
        // Imports hold their connections long and also wait for each other; the other half is for all other requests.
        settings.storedAtOnce = max(1, postgres.maximumConnections / 2)
        web = settings
        connections = ConnectionLimits(&reader)
        metrics = reader.value(.metrics, "loopback, token or nobody") { Self.metrics.contains($0) ? $0 : nil } ?? ""
        if metrics == "token", files.metricsTokenFile == nil {
            reader.add("metrics_token_file: give it when metrics is token")
        }
        clock = Self.clock(&reader)
        stopTimeout = reader.seconds(.stopTimeout)
        logLevel = reader.value(.logLevel, "a level from trace to critical") { Logger.Level(rawValue: $0) } ?? .info
        try reader.finish()
    }

    /// - Parameter token: the present content of the token's file, if there is one.
    func metricsReaders(_ token: (@Sendable () -> String)?) -> MetricsReaders {
        switch metrics {
        case "token": token.map(MetricsReaders.token) ?? .nobody
        case "loopback": .loopback
        default: .nobody
        }
    }

    private static let metrics = ["loopback", "token", "nobody"]

    private static func postgres(_ reader: inout SettingReader) -> PostgresConfiguration {
        let address = reader.value(.database, "a connection text of libpq") { $0.isEmpty ? nil : $0 }
        var configuration = PostgresConfiguration(connectionString: address ?? "")
        configuration.directConnectionString = reader.text(.directDatabase)
        configuration.applicationName = "pishkhand"
        configuration.role = "pishkhan_app"
        configuration.maximumConnections = reader.number(.connections, in: 1...1_000)
        configuration.pooler =
            reader.value(.pooler, "none or transaction") { ["none": .none, "transaction": .transaction][$0] } ?? .none
        configuration.statementTimeout = .seconds(reader.number(.statementTimeout, in: 1...3_600))
        configuration.minimumConnections = 1
        // A client gets an answer to come back later, rather than a long wait for a missing database.
        configuration.connectTimeout = .seconds(3)
        configuration.leaseTimeout = .seconds(2)
        return configuration
    }

    private static func publicPostgres(
        _ reader: inout SettingReader, _ postgres: PostgresConfiguration
    ) -> PostgresConfiguration {
        var configuration = postgres
        configuration.maximumConnections = reader.number(.publicConnections, in: 1...1_000)
        configuration.statementTimeout = reader.seconds(.publicStatementTimeout)
        return configuration
    }

    private static func clock(_ reader: inout SettingReader) -> ClockConfiguration {
        var clock = ClockConfiguration()
        clock.isOn = reader.value(.clock, "true or false") { Bool($0) } ?? true
        clock.hookCommand = reader.text(.hookCommand)
        let url = reader.value(.hookURL, "an address such as https://example.ir/messages") { text in
            text.isEmpty || isAddress(text) ? text : nil
        }
        clock.hookURL = url.flatMap { $0.isEmpty ? nil : $0 }
        if clock.hookCommand != nil, clock.hookURL != nil { reader.add("hook_command and hook_url: give one of them") }
        if clock.hookURL == nil, url != nil, reader.text(.hookSecretFile) != nil {
            reader.add("hook_secret_file: give it with hook_url, whose messages it signs")
        }
        return clock
    }

    private static func isAddress(_ text: String) -> Bool {
        guard let url = URLComponents(string: text), let scheme = url.scheme?.lowercased() else { return false }
        return ["http", "https"].contains(scheme) && url.host?.isEmpty == false
    }

    private static func bind(_ reader: inout SettingReader) -> BindAddress {
        let socket = reader.value(.unixSocket, "a path of at most 107 bytes") { $0.utf8.count <= 107 ? $0 : nil } ?? ""
        let host = reader.value(.address, "an address or a host name") { $0.isEmpty ? nil : $0 } ?? ""
        let port = reader.number(.port, in: 0...65_535)
        return socket.isEmpty ? .hostname(host, port: port) : .unixDomainSocket(path: socket)
    }

    private static func web(_ reader: inout SettingReader) -> WebSettings {
        var settings = WebSettings()
        settings.isSecure = reader.value(.behindTLS, "true or false") { Bool($0) } ?? false
        settings.allowedOrigins =
            reader.value(.allowedOrigins, "origins such as https://example.ir, or *", origins) ?? []
        settings.publishedBytes = reader.number(.publishedMemory, in: 0...65_536) << 20
        settings.lineBytes = reader.number(.lineBytes, in: 256...1 << 20)
        settings.bodyBytes = reader.number(.bodyBytes, in: 1_024...1 << 30)
        settings.uploadBytes = reader.number(.uploadBytes, in: 1_024...1 << 40)
        settings.uploadsAtOnce = reader.number(.uploadsAtOnce, in: 1...1_000)
        settings.uploadsOfAccount = reader.number(.uploadsOfAccount, in: 1...1_000)
        settings.slowestUpload = UploadRate(
            bytesPerSecond: reader.number(.slowestUpload, in: 0...1 << 30), over: reader.seconds(.rateTimeout))
        settings.evidenceScanner = reader.text(.evidenceScanner).map { CommandScanner(command: $0) }
        settings.findingsKept = reader.number(.findingsKept, in: 100...100_000)
        settings.trustedProxies =
            reader.value(.trustedProxies, "addresses, networks such as 10.0.0.0/8, or unix") { text in
                TrustedProxies(text.split(separator: ",").map { String($0).replacing(" ", with: "") })
            } ?? TrustedProxies()
        settings.requestRate = reader.rateLimit(.requestsPerSecond, of: .seconds(1), .requestBurst)
        settings.failureRate = reader.rateLimit(.failuresPerHour, of: .seconds(3_600), .failureBurst)
        let day = reader.value(.today, "a Jalali day such as 1400-07-05, or nothing") { text in
            text.isEmpty ? .some(nil) : JalaliDate(text).map { Optional($0.dayNumber) }
        }
        if let day = day ?? nil { settings.today = { day } }
        return settings
    }

    private static func origins(_ text: String) -> [String]? {
        let origins = text.split(separator: ",").map { $0.trimmingPrefix(/\s+/).prefix { $0 != " " } }.map(String.init)
        return origins.allSatisfy { $0 == "*" || $0.wholeMatch(of: /https?:\/\/[^\/\s]+/) != nil } ? origins : nil
    }
}
