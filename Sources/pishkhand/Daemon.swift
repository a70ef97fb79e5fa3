import Foundation
import Hummingbird
import Logging
import NIOCore
import OfficeRanking
import Postgres
import ServiceLifecycle
import UnixSignals
import Web

/// The services in the order in which they start; they stop in reverse.
struct Daemon {
    private let configuration: Configuration
    private let logger = Logger(label: "pishkhand")

    init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    /// Returns when SIGTERM or SIGINT came and the requests under way are answered.
    func run() async throws {
        // A reader of the log that goes away must not take the daemon with it.
        signal(SIGPIPE, SIG_IGN)
        let client = PostgresClient(configuration: configuration.postgres, logger: logger)
        let database = RankingDatabase(client: client, logger: logger)
        var settings = configuration.web
        settings.readinessChecks = try Readiness.checks(client, logger: logger)
        let logger = logger
        let authenticator = Authenticator(client: client)
        let credentials = Credentials { try await authenticator.authenticate(token: $0) }
        let application = Application(
            responder: WebService(database: database, credentials: credentials, settings: settings).responder(),
            configuration: ApplicationConfiguration(address: configuration.bind),
            onServerRunning: { channel in
                let address = channel.localAddress.map(\.description) ?? "-"
                logger.notice("listening", metadata: ["address": "\(address)"])
            },
            logger: logger)
        let clock = ClockServices(configuration: configuration.clock, client: client, logger: logger)
        var services = ServiceGroupConfiguration(
            services: [client] + (try clock.services()) + [application], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger)
        // A client that takes its answer slowly does not keep the program from stopping.
        services.maximumGracefulShutdownDuration = .seconds(30)
        try await ServiceGroup(configuration: services).run()
        logger.notice("stopped")
    }
}
