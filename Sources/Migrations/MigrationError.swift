/// The reason why a database could not be brought to this program's version.
public enum MigrationError: Error, Equatable, Sendable {
    /// The database has migrations that this program does not know.
    case databaseIsNewer(database: Int, program: Int)
    /// The first line of a file in `sql/code` names none of the roles that own code.
    case codeHasNoOwner(String)
    /// An applied migration differs from the one this program ships.
    case diverged(migration: String)
    /// Objects outside `ranking` depend on it and would be dropped with it.
    case foreignDependents([String])
    /// Roles and schemas are missing: run set-up first.
    case notSetUp
    case numbersHaveAGap(String)
    case scriptsAreMissing(String)
}

extension MigrationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .codeHasNoOwner(let name):
            "the first line of \(name) is not “-- Owner: ROLE” with a role that owns code"
        case .databaseIsNewer(let database, let program):
            "the database is at migration \(database), this program knows \(program): use a newer program"
        case .diverged(let migration):
            "migration \(migration) was applied in another form than the one this program ships"
        case .foreignDependents(let objects):
            "objects outside the schema ranking depend on it: \(objects.joined(separator: ", "))"
        case .notSetUp:
            "the roles and schemas are missing: run `pishkhan setup` as an administrator of the database first"
        case .numbersHaveAGap(let name):
            "migration \(name) does not follow the one before it"
        case .scriptsAreMissing(let name):
            "the program was installed without its folder \(name)"
        }
    }
}
