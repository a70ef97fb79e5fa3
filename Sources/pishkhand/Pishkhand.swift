import ArgumentParser
import Foundation
import Hummingbird
import Logging
import OfficeRanking
import Postgres
import Web

/// The daemon: reads the configuration, starts the services, and runs until it is stopped.
@main
struct Pishkhand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pishkhand",
        abstract: "Serves the office ranking over HTTP.",
        discussion: """
            رتبه‌بندی دفاتر پیشخوان را روی HTTP عرضه می‌کند.
            A setting comes from its flag, else from PISHKHAN_<NAME>, else from the file, else from its default.
            """,
        version: ProgramGauges.version)

    @Option(help: "YAML file of settings (PISHKHAN_CONFIG). پروندهٔ تنظیم‌ها.")
    var config: String?

    @Flag(help: "Print every setting with its value and source, then end. بررسی تنظیم‌ها.")
    var checkConfig = false

    @OptionGroup var settings: SettingOptions

    func run() async throws {
        let (chosen, configuration) = try await readConfiguration()
        if checkConfig { return print(chosen.map(\.line).joined(separator: "\n")) }
        let level = configuration.logLevel
        LoggingSystem.bootstrap { JSONLogHandler(label: $0, level: level) }
        defer { LogOutput.errors.finish() }
        try await Daemon(configuration).run()
    }

    private func readConfiguration() async throws -> ([ChosenSetting], Configuration) {
        let environment = ProcessInfo.processInfo.environment
        do {
            let path = config ?? environment["PISHKHAN_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
            let file = try path.map { try ConfigurationFile(path: $0) }
            let sources = ConfigurationSources(flags: settings.given, environment: environment, file: file)
            let chosen = sources.chosen
            let configuration = try Configuration(chosen)
            try await configuration.files.check()
            return (chosen, configuration)
        } catch let fault as ConfigurationFault {
            throw ValidationError("The configuration is wrong. تنظیم‌ها درست نیست.\n\(fault)")
        }
    }
}
