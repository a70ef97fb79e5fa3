import ArgumentParser
import OfficeRanking

/// Where the database is and as whom the command acts.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "Connection text of libpq (DATABASE_URL; default: the embedded database). نشانی پایگاه داده.")
    var database: String?

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

    func address(_ surroundings: Surroundings) throws -> String {
        try DatabaseAddress.find(given: database, surroundings)
    }
}
