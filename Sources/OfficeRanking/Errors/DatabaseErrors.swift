public import Postgres
public import RankingRules

/// Errors of requests, and of the database.
extension RankingError {
    // Requests.
    /// The same request is running now.
    public static func requestIsUnderWay(key: String) -> Self { Self(.requestIsUnderWay, key) }
    /// The key belongs to another request.
    public static func keyWasUsed(key: String) -> Self { Self(.keyWasUsed, key) }
    public static func invalid(_ faults: [LocalizedText]) -> Self { Self(.invalid, faults: faults) }

    // The database.
    public static func constraintViolated(_ detail: String) -> Self { Self(.constraintViolated, detail) }
    public static let conflict = Self(.conflict)
    /// Other acts, such as imports, did not end in time.
    public static let othersAreUnderWay = Self(.othersAreUnderWay)
    /// A statement exceeded its timeout.
    public static let tookTooLong = Self(.tookTooLong)
    public static let noFreeConnection = Self(.noFreeConnection)
    public static let outcomeUnknown = Self(.outcomeUnknown)
    public static func unavailable(_ detail: String) -> Self { Self(.unavailable, detail) }
    /// The database has no room left.
    public static let databaseFull = Self(.databaseFull)
    /// The database lacks schemas, tables or functions of this program's version.
    public static let notMigrated = Self(.notMigrated)
    public static func failed(_ detail: String) -> Self { Self(.failed, detail) }
}

extension RankingError {
    /// The one translation of database errors: by the message that our SQL raises, by constraint, or by SQLSTATE.
    public init(_ error: PostgresError) {
        switch error.code {
        case .poolExhausted, .leaseTimeout: self = .noFreeConnection
        case .connectionFailed, .connectionLost, .clientClosed: self = .unavailable(error.code.rawValue)
        case .cancelled: self = .tookTooLong
        case .commitUnknown: self = .outcomeUnknown
        case .serverError where error.isRetryable: self = .conflict
        case .serverError: self.init(ofServer: error, state: error.sqlState ?? "")
        case .decodingFailed:
            // Only the name of the column; the rest of the message could hold personal data.
            self = .failed("decodingFailed: \(error.message.prefix { $0 != ":" })")
        case .transactionRolledBack, .encodingFailed, .invalidUse: self = .failed(error.code.rawValue)
        }
    }

    private init(ofServer error: PostgresError, state: String) {
        if state.hasPrefix("RK") {
            self = Code(rawValue: error.message).map { Self($0, error.detail ?? "") } ?? .failed(state)
        } else if state.hasPrefix("23") {
            self.init(ofConstraint: error.constraint ?? state)
        } else {
            self = Self.ofState[state] ?? Self.ofClass[String(state.prefix(2))]?(state) ?? .failed(state)
        }
    }

    /// A constraint without a sentence is broken only by a fault of the program.
    private init(ofConstraint name: String) {
        if ["submission_pkey", "review_pkey"].contains(name) {
            // Two transactions wrote the same number. The second one meets this constraint first.
            self = .saidMeanwhile
        } else if ConstraintTexts.sentence(of: name) != nil {
            self = .constraintViolated(name)
        } else {
            self = .failed(name)
        }
    }

    private static let ofState: [String: RankingError] = [
        "42501": .notAllowed,
        // A lock was not free within lock_timeout.
        "55P03": .othersAreUnderWay,
        // A schema, table or function is missing.
        "3F000": .notMigrated, "42P01": .notMigrated, "42883": .notMigrated,
        "53100": .databaseFull,
        // Too many connections.
        "53300": .noFreeConnection,
        "57P01": .unavailable("57P01"), "57P02": .unavailable("57P02"), "57P03": .unavailable("57P03"),
    ]

    private static let ofClass: [String: @Sendable (String) -> RankingError] = [
        "08": { .unavailable($0) }, "53": { .unavailable($0) },
    ]
}
