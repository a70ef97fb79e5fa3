/// The exit statuses of the program, after sysexits.h.
enum ExitStatus: Int32 {
    /// The database has migrations that this program does not know.
    case databaseIsNewer = 57
    case usage = 64
    /// Bad data, or a rule that forbids the act.
    case refused = 65
    case notFound = 66
    /// The database cannot be reached, or is not ready.
    case unavailable = 69
    case internalFault = 70
    /// Another act came first; the same command may succeed later.
    case tryLater = 75
    case notAllowed = 77
}
