import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import OfficeRanking
import Postgres
import ServiceLifecycle
import UnixSignals
import Web

/// The services in the order in which they start; they stop in reverse.
struct Daemon {
    /// How long an act of a request waits for locks, such as that of an import being stored.
    private static let lockTimeout = Duration.seconds(8)
    private let configuration: Configuration
    private let logger = Logger(label: "pishkhand")

    init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    /// Returns after SIGTERM or SIGINT, when the running requests are answered.
    func run() async throws {
        prepareProcess()
        let client = PostgresClient(configuration: configuration.postgres, logger: logger)
        let publicClient = PostgresClient(configuration: configuration.publicPostgres, logger: logger)
        let database = RankingDatabase(client: client, logger: logger, lockTimeout: Self.lockTimeout)
        let files = try await LoadedFiles(configuration.files)
        let clock = ClockServices(
            configuration: configuration.clock, client: client, logger: logger, hookSecret: files.hookSecret)
        let web = WebService(
            database: database, publicDatabase: RankingDatabase(client: publicClient, logger: logger),
            credentials: files.credentials(Authenticator(client: client)),
            settings: try settings(client, publicClient, clock, files))
        try await run([
            client,
            publicClient,
            ReloadService { await files.reload(always: $0, logger: logger) },
            clock.clockService,
            clock.hookService,
            HourlyService(database: clock.database, logger: logger),
            SpoolService(folder: web.uploadFolder, logger: logger),
            MemoryService { web.underWay.count > 0 },
            application(web, files),
            StopService(underWay: web.underWay, logger: logger),
        ])
        logger.notice("stopped")
    }

    private func prepareProcess() {
        // A reader of the log that goes away must not end the daemon.
        signal(SIGPIPE, SIG_IGN)
        OpenFileLimit.raise(forConnections: configuration.connections.count, logger: logger)
    }

    /// Starts the services in this order and stops them in reverse; nil is a service that this daemon does not have.
    private func run(_ services: [(any ServiceLifecycle.Service)?]) async throws {
        var group = ServiceGroupConfiguration(
            services: services.compactMap(\.self), gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        // A client that reads its answer slowly cannot keep the program from stopping.
        group.maximumGracefulShutdownDuration = configuration.stopTimeout
        try await ServiceGroup(configuration: group).run()
    }

    private func settings(
        _ client: PostgresClient, _ publicClient: PostgresClient, _ clock: ClockServices, _ files: LoadedFiles
    ) throws -> WebSettings {
        var settings = configuration.web
        settings.readinessChecks = try Readiness.checks(client, logger: logger) + clock.readinessChecks
        settings.metricsReaders = configuration.metricsReaders(files.metricsToken)
        settings.gauges.append(try ProgramGauges.all(accounts: client, public: publicClient))
        settings.gauges += [{ LogOutput.errors.measures }, clock.gauges, MessageGauge(clock.database).measures]
        return settings
    }

    private func application(_ web: WebService, _ files: LoadedFiles) -> some ApplicationProtocol {
        let logger = logger
        return Application(
            responder: web.responder(),
            server: .guarded(configuration.connections, certificate: files.certificate),
            configuration: ApplicationConfiguration(
                address: configuration.bind, backlog: 1_024,
                availableConnectionsDelegate: .maximum(configuration.connections.count, logger: logger)),
            onServerRunning: { channel in
                let address = channel.localAddress.map(\.description) ?? "-"
                logger.notice("listening", metadata: ["address": "\(address)"])
            },
            logger: logger)
    }
}
