public import Postgres
public import RankingRules

/// Errors of requests, and of the database.
extension RankingError {
    // Requests.
    /// The same request is being answered now.
    public static func requestIsUnderWay(key: String) -> Self { Self(.requestIsUnderWay, key) }
    /// The key names another request.
    public static func keyWasUsed(key: String) -> Self { Self(.keyWasUsed, key) }
    public static func invalid(_ faults: [LocalizedText]) -> Self { Self(.invalid, faults: faults) }

    // The database.
    public static func constraintViolated(_ detail: String) -> Self { Self(.constraintViolated, detail) }
    public static let conflict = Self(.conflict)
    /// Others, such as imports, did not end in time.
    public static let othersAreUnderWay = Self(.othersAreUnderWay)
    /// A statement was given up when its time was over.
    public static let tookTooLong = Self(.tookTooLong)
    public static let noFreeConnection = Self(.noFreeConnection)
    public static let outcomeUnknown = Self(.outcomeUnknown)
    public static func unavailable(_ detail: String) -> Self { Self(.unavailable, detail) }
    /// The database has no room left for what was to be kept.
    public static let databaseFull = Self(.databaseFull)
    /// Schemas, tables or functions of this program's version are missing.
    public static let notMigrated = Self(.notMigrated)
    public static func failed(_ detail: String) -> Self { Self(.failed, detail) }
}

extension RankingError {
    /// The one translation from the database: by the word that its SQL raises, by constraint, or by SQLSTATE.
    public init(_ error: PostgresError) {
        switch error.code {
        case .poolExhausted, .leaseTimeout: self = .noFreeConnection
        case .connectionFailed, .connectionLost, .clientClosed: self = .unavailable(error.code.rawValue)
        case .cancelled: self = .tookTooLong
        case .commitUnknown: self = .outcomeUnknown
        case .serverError where error.isRetryable: self = .conflict
        case .serverError: self.init(ofServer: error, state: error.sqlState ?? "")
        case .decodingFailed:
            // The name of the column; what follows it could be a value of somebody's.
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

    /// A constraint that has no sentence is broken by a fault of the program only.
    private init(ofConstraint name: String) {
        if ["submission_pkey", "review_pkey"].contains(name) {
            // Two wrote the same number; the number is the first constraint that the second one meets.
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
        // No such schema, table or function.
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
