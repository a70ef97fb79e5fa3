import HTTPTypes
import OfficeRanking
import RankingRules

extension Problem {
    /// The one translation of the library's errors to HTTP.
    init(_ error: RankingError) {
        switch error.kind {
        case .failed:
            // Its text may name internals; the log has it under the request's id.
            self = .internalFault
        case .notAuthenticated:
            self.init(Self.status(of: error.kind), error.code.rawValue, error.text)
            headers[.wwwAuthenticate] = #"Bearer realm="pishkhan", error="invalid_token""#
        case .busy, .unavailable:
            self.init(Self.status(of: error.kind), error.code.rawValue, error.text)
            headers[.retryAfter] = Self.pauseSeconds
        case .notAllowed, .notFound, .invalid, .refused, .conflict:
            self.init(Self.status(of: error.kind), error.code.rawValue, error.text)
        }
    }

    /// How many seconds a client should wait before it tries again.
    static let pauseSeconds = "2"

    static func status(of kind: RankingError.Kind) -> HTTPResponse.Status {
        switch kind {
        case .notAuthenticated: .unauthorized
        case .notAllowed: .forbidden
        case .notFound: .notFound
        case .invalid: .unprocessableContent
        case .refused, .conflict: .conflict
        case .busy, .unavailable: .serviceUnavailable
        case .failed: .internalServerError
        }
    }
}
