import Hummingbird
import Logging
import Postgres
import RankingRules
import Web

/// The settings in the form the program uses, or every fault at once.
struct Configuration {
    let postgres: PostgresConfiguration
    let bind: BindAddress
    let web: WebSettings
    let clock: ClockConfiguration
    let logLevel: Logger.Level

    init(_ chosen: [ChosenSetting]) throws {
        var reader = SettingReader(chosen)
        postgres = Self.postgres(&reader)
        bind = Self.bind(&reader)
        web = Self.web(&reader)
        clock = Self.clock(&reader)
        logLevel = reader.value(.logLevel, "a level from trace to critical") { Logger.Level(rawValue: $0) } ?? .info
        try reader.finish()
    }

    private static func postgres(_ reader: inout SettingReader) -> PostgresConfiguration {
        let address = reader.value(.database, "a connection text of libpq") { $0.isEmpty ? nil : $0 }
        var configuration = PostgresConfiguration(connectionString: address ?? "")
        configuration.directConnectionString = reader.optional(.directDatabase)
        configuration.applicationName = "pishkhand"
        configuration.role = "pishkhan_app"
        configuration.maximumConnections = reader.number(.connections, in: 1...1_000)
        configuration.pooler =
            reader.value(.pooler, "none or transaction") { ["none": .none, "transaction": .transaction][$0] } ?? .none
        configuration.statementTimeout = .seconds(reader.number(.statementTimeout, in: 1...3_600))
        configuration.minimumConnections = 1
        // A visitor is told to come back rather than kept waiting for a database that is not there.
        configuration.connectTimeout = .seconds(3)
        configuration.leaseTimeout = .seconds(2)
        return configuration
    }

    private static func clock(_ reader: inout SettingReader) -> ClockConfiguration {
        var clock = ClockConfiguration()
        clock.isOn = reader.value(.clock, "true or false") { Bool($0) } ?? true
        clock.hookCommand = reader.optional(.hookCommand)
        clock.hookURL = reader.optional(.hookURL)
        clock.hookSecretFile = reader.optional(.hookSecretFile)
        return clock
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
        settings.publishedBytes = reader.number(.publishedMemory, in: 1...65_536) << 20
        let day = reader.value(.today, "a Jalali day such as 1400-07-05, or nothing") { text in
            text.isEmpty ? .some(nil) : JalaliDate(Digits.latin(text)).map { Optional($0.dayNumber) }
        }
        if let day = day ?? nil { settings.today = { day } }
        return settings
    }

    private static func origins(_ text: String) -> [String]? {
        let origins = text.split(separator: ",").map { $0.trimmingPrefix(/\s+/).prefix { $0 != " " } }.map(String.init)
        return origins.allSatisfy { $0 == "*" || $0.wholeMatch(of: /https?:\/\/[^\/\s]+/) != nil } ? origins : nil
    }
}

/// Reads settings and collects what is wrong with them.
private struct SettingReader {
    private let chosen: [Setting: ChosenSetting]
    private var faults: [String] = []

    init(_ chosen: [ChosenSetting]) {
        self.chosen = Dictionary(uniqueKeysWithValues: chosen.map { ($0.setting, $0) })
    }

    mutating func value<T>(_ setting: Setting, _ expected: String, _ parse: (String) -> T?) -> T? {
        guard let found = chosen[setting] else {
            let flag = setting.rawValue.replacing("_", with: "-")
            faults.append("\(setting.rawValue): give it as --\(flag) or \(setting.variables.joined(separator: " or "))")
            return nil
        }
        if let value = parse(found.value) { return value }
        faults.append("\(setting.rawValue) (\(found.source.text)): expected \(expected)")
        return nil
    }

    /// A text; nil when it is empty.
    mutating func optional(_ setting: Setting) -> String? {
        value(setting, "a text") { $0 }.flatMap { $0.isEmpty ? nil : $0 }
    }

    mutating func number(_ setting: Setting, in range: ClosedRange<Int>) -> Int {
        let limits = "a number from \(range.lowerBound) to \(range.upperBound)"
        return value(setting, limits) { Int($0).flatMap { range.contains($0) ? $0 : nil } } ?? range.lowerBound
    }

    consuming func finish() throws {
        if !faults.isEmpty { throw ConfigurationFault(faults: faults) }
    }
}
