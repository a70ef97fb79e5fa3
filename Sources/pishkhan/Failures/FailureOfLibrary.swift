import Migrations
import OfficeRanking
import Postgres
import RankingRules
import Wording

extension CommandFailure {
    /// Translates a thrown error for the user of the command. The text of an unexpected error is left out, because it
    /// may hold personal data.
    init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as RankingError: self.init(error)
        case let error as MigrationError: self.init(error)
        case let error as PostgresError where error.code == .connectionFailed:
            self.init(unreachable: error)
        case let error as PostgresError: self.init(RankingError(error))
        default:
            self.init("internal", .internalFault, "خطای داخلی.", "Internal error.")
        }
    }

    init(_ error: RankingError) {
        self.init(error.code.rawValue, ExitStatus(error.kind), error.text.persian, error.text.english)
    }

    /// The reason is the client library's own sentence: no such socket, no such database, wrong password.
    private init(unreachable error: PostgresError) {
        let reason = printable(error.message.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        self.init(
            "unavailable", .unavailable, "پایگاه داده در دسترس نیست: \(reason)",
            "The database is not available: \(reason)")
    }

    private init(_ error: MigrationError) {
        switch error {
        case .databaseIsNewer(let database, let program):
            let numbers = [database, program].map { Digits.persian(String($0)) }
            self.init(
                "database_is_newer", .databaseIsNewer,
                """
                پایگاه داده در گام \(numbers[0]) است و این برنامه تا گام \(numbers[1]) را می‌شناسد؛ \
                برنامهٔ تازه‌تری به کار ببرید.
                """,
                "The database is at migration \(database) and this program knows \(program). Use a newer program.")
        case .notSetUp:
            self.init(
                "not_set_up", .unavailable,
                "نقش‌ها و طرح‌واره‌ها ساخته نشده‌اند؛ با حساب مدیر پایگاه داده اجرا کنید: pishkhan setup",
                "The roles and schemas are missing. As an administrator of the database run: pishkhan setup")
        case .diverged(let migration):
            self.init(
                "diverged", .internalFault, "گام \(migration) با متنی دیگر اجرا شده است.",
                "Migration \(migration) was applied in another form than this program ships.")
        case .foreignDependents(let objects):
            let list = objects.joined(separator: ", ")
            self.init(
                "foreign_dependents", .refused,
                "اشیای بیرونی به طرح‌وارهٔ ranking وابسته‌اند؛ آن‌ها را بردارید و دوباره اجرا کنید: \(list)",
                "Objects outside the schema ranking depend on it. Remove them and run this again: \(list)")
        case .codeHasNoOwner(let name), .numbersHaveAGap(let name), .scriptsAreMissing(let name):
            self.init(
                "installation_is_broken", .internalFault, "برنامه ناقص نصب شده است؛ دوباره نصب کنید: \(name)",
                "The installation is incomplete. Install the program again; missing or wrong: \(name)")
        }
    }
}

extension ExitStatus {
    init(_ kind: RankingError.Kind) {
        switch kind {
        case .notAuthenticated, .notAllowed: self = .notAllowed
        case .notFound: self = .notFound
        case .invalid, .refused: self = .refused
        case .conflict, .busy: self = .tryLater
        case .unavailable: self = .unavailable
        case .failed: self = .internalFault
        }
    }
}
