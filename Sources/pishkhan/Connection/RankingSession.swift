import Logging
import Migrations
import OfficeRanking
import Postgres

extension DatabaseOptions {
    /// Lends the ranking to an ordinary command, which acts only with the rights of the application's role. A database
    /// of another version is refused first.
    func withRanking<T: Sendable>(
        _ environment: CommandEnvironment, _ body: (RankingDatabase) async throws -> T
    ) async throws -> T {
        let logger = programLogger(environment)
        var configuration = PostgresConfiguration(
            connectionString: try address(environment), maximumConnections: 2)
        configuration.role = "pishkhan_app"
        configuration.pooler = try poolerMode(environment) == .transaction ? .transaction : .none
        let client = PostgresClient(configuration: configuration, logger: logger)
        do {
            try await requireCurrent(client, logger)
            let account = try await accountName(environment, Authenticator(client: client))
            let value = try await body(RankingDatabase(client: client, account: account, logger: logger))
            await client.close()
            return value
        } catch {
            await client.close()
            throw error
        }
    }

    /// Lends one direct connection, without a pooler, for set-up and migration.
    func withConnection<T: Sendable>(
        _ environment: CommandEnvironment, role: String?, _ body: (PostgresConnection, Logger) async throws -> T
    ) async throws -> T {
        let logger = programLogger(environment)
        var configuration = PostgresConfiguration(connectionString: try directAddress(environment))
        configuration.role = role
        let connection = try await PostgresConnection.connect(configuration, logger: logger)
        do {
            let value = try await body(connection, logger)
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    private static let insufficientPrivilege = "42501"

    private func requireCurrent(_ client: PostgresClient, _ logger: Logger) async throws {
        let migrator = Migrator(scripts: try DatabaseScripts.shipped(), logger: logger)
        do {
            let isCurrent = try await client.withConnection { try await migrator.isCurrent($0) }
            guard isCurrent else { throw CommandFailure.notMigrated }
        } catch let error as PostgresError where error.code == .connectionFailed {
            try await explainMissingRole(migrator, client.configuration, logger)
            throw error
        } catch let error as PostgresError where error.sqlState == Self.insufficientPrivilege {
            // Only the first migration gives the application's role the rights to check.
            throw CommandFailure.notMigrated
        }
    }

    /// Explains why the role cannot be taken: set-up has not made it. The login itself can still check this.
    private func explainMissingRole(
        _ migrator: Migrator, _ given: PostgresConfiguration, _ logger: Logger
    ) async throws {
        var configuration = given
        configuration.role = nil
        guard let connection = try? await PostgresConnection.connect(configuration, logger: logger) else { return }
        do {
            _ = try await migrator.isCurrent(connection)
            await connection.close()
        } catch {
            await connection.close()
            if error is MigrationError { throw error }
        }
    }

    private func programLogger(_ environment: CommandEnvironment) -> Logger {
        var logger = Logger(label: "pishkhan", factory: StreamLogHandler.standardError(label:))
        logger.logLevel = environment.setting("PISHKHAN_LOG").flatMap(Logger.Level.init(rawValue:)) ?? .error
        return logger
    }
}
