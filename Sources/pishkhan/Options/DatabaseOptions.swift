import ArgumentParser
import OfficeRanking

/// The address of the database, and the account of the command.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "Connection text of libpq (DATABASE_URL; default: the embedded database). نشانی پایگاه داده.")
    var database: String?

    @Option(help: "none (default), or transaction behind PgBouncer in that mode (PISHKHAN_POOLER). میانجی اتصال.")
    var pooler: PoolerMode?

    @Option(help: "Acting account (PISHKHAN_TOKEN, PISHKHAN_ACCOUNT; default operator). حساب کاربری.")
    var account: String?

    /// The option, then the account of the token, then the setting.
    func accountName(_ environment: CommandEnvironment, _ authenticator: Authenticator) async throws -> String {
        if let account { return account }
        if let token = environment.setting("PISHKHAN_TOKEN") {
            return try await authenticator.authenticate(token: token).account
        }
        return environment.setting("PISHKHAN_ACCOUNT") ?? "operator"
    }

    func poolerMode(_ environment: CommandEnvironment) throws -> PoolerMode {
        if let pooler { return pooler }
        guard let text = environment.setting("PISHKHAN_POOLER") else { return .none }
        guard let mode = PoolerMode(rawValue: text) else {
            throw CommandFailure.unreadableSetting("PISHKHAN_POOLER=\(text)")
        }
        return mode
    }

    /// The direct address, without a pooler, for set-up and migration: the option, then PISHKHAN_DIRECT_URL, then
    /// `address` if no pooler is set.
    func directAddress(_ environment: CommandEnvironment) throws -> String {
        if let address = database ?? environment.setting("PISHKHAN_DIRECT_URL") { return address }
        guard try poolerMode(environment) == .none else { throw CommandFailure.noDirectAddress }
        return try address(environment)
    }

    func address(_ environment: CommandEnvironment) throws -> String {
        try DatabaseAddress.find(given: database, environment)
    }
}

/// The pooler between the program and the server.
enum PoolerMode: String, ExpressibleByArgument, CaseIterable {
    case none
    case transaction
}
