import ArgumentParser

/// Where the database is and as whom the command acts.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "Connection text of libpq (DATABASE_URL; default: the embedded database). نشانی پایگاه داده.")
    var database: String?

    @Option(help: "Account that acts (PISHKHAN_ACCOUNT; default operator). حساب کاربری.")
    var account: String?

    func accountName(_ surroundings: Surroundings) -> String {
        account ?? surroundings.setting("PISHKHAN_ACCOUNT") ?? "operator"
    }

    func address(_ surroundings: Surroundings) throws -> String {
        try DatabaseAddress.find(given: database, surroundings)
    }
}
