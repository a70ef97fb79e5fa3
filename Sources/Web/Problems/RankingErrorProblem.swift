import HTTPTypes
import OfficeRanking
import RankingRules

extension Problem {
    /// The one table from the library's errors to HTTP.
    init(_ error: RankingError) {
        let title = LocalizedText(persian: error.message(in: .persian), english: error.message(in: .english))
        switch error {
        case .failed(let state) where Self.statesOfMissingCode.contains(state):
            self = .notMigrated
        case .failed:
            // Its text may name internals; the log has it under the request's id.
            self = .internalFault
        case .unavailable, .outcomeUnknown, .databaseFull, .tookTooLong, .othersAreUnderWay:
            self.init(.serviceUnavailable, error.code, title)
            headers[.retryAfter] = Self.pauseSeconds
        default:
            self.init(Self.status(of: error), error.code, title)
        }
    }

    /// No such schema, table or function: set-up or migration has not been run yet.
    private static let statesOfMissingCode: Set<String> = ["3F000", "42P01", "42883"]

    /// Seconds after which a client may ask again.
    static let pauseSeconds = "2"

    private static func status(of error: RankingError) -> HTTPResponse.Status {
        switch error {
        case .unknownPeriod, .unknownOffice, .unknownScheme, .unknownPlace, .unknownService, .unknownContract,
            .unknownAgency, .unknownRole, .unknownAccount, .unknownImport, .unknownIndicatorRules,
            .unknownIndicatorSheet, .unknownPublication, .unknownCriterion, .unknownAmendment, .unknownRelease,
            .noSuchToken,
            .noSuchIdentity:
            .notFound
        case .notAllowed, .sourceOfAnother, .unknownActor, .deedNotAllowed, .accountIsFixed, .notTheActor,
            .lastHeadquartersAccount,
            .nobodyGrantsToHimself, .anotherPersonConfirms, .serviceOfAnotherAgency:
            .forbidden
        case .invalid, .reasonIsRequired, .dayInFuture, .dayIsPast, .unknownActivity, .constraintViolated, .keyWasUsed:
            .unprocessableContent
        default: .conflict
        }
    }
}
