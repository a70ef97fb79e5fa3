import ArgumentParser
import OfficeRanking

/// Where the database is and as whom the command acts.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "Connection text of libpq (DATABASE_URL; default: the embedded database). نشانی پایگاه داده.")
    var database: String?

    @Option(help: "none (default), or transaction behind PgBouncer in that mode (PISHKHAN_POOLER). میانجی اتصال.")
    var pooler: PoolerMode?

    @Option(help: "Account that acts (PISHKHAN_TOKEN, PISHKHAN_ACCOUNT; default operator). حساب کاربری.")
    var account: String?

    /// The option, then whoever the token proves to be, then the setting.
    func accountName(_ surroundings: Surroundings, _ authenticator: Authenticator) async throws -> String {
        if let account { return account }
        if let token = surroundings.setting("PISHKHAN_TOKEN") {
            return try await authenticator.authenticate(token: token).account
        }
        return surroundings.setting("PISHKHAN_ACCOUNT") ?? "operator"
    }

    func poolerMode(_ surroundings: Surroundings) throws -> PoolerMode {
        if let pooler { return pooler }
        guard let text = surroundings.setting("PISHKHAN_POOLER") else { return .none }
        guard let mode = PoolerMode(rawValue: text) else {
            throw CommandFailure.unreadableSetting("PISHKHAN_POOLER=\(text)")
        }
        return mode
    }

    /// The way past a pooler, for set-up and migration: the option, then PISHKHAN_DIRECT_URL, then what `address` finds
    /// where no pooler stands before it.
    func directAddress(_ surroundings: Surroundings) throws -> String {
        if let address = database ?? surroundings.setting("PISHKHAN_DIRECT_URL") { return address }
        guard try poolerMode(surroundings) == .none else { throw CommandFailure.noDirectAddress }
        return try address(surroundings)
    }

    func address(_ surroundings: Surroundings) throws -> String {
        try DatabaseAddress.find(given: database, surroundings)
    }
}

/// What stands between the program and the server.
enum PoolerMode: String, ExpressibleByArgument, CaseIterable {
    case none
    case transaction
}
