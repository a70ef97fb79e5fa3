import Foundation
import HTTPTypes
import Hummingbird
import Logging
import OfficeRanking
import RankingRules

/// Turns every error into a problem that visitors may read; what it came from stays in the log.
struct ProblemMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Problem(any: error)
            if problem.status.code >= 500 {
                context.log.error("request failed", metadata: ["error": "\(Self.logged(error))"])
            }
            return problem.response(requestID: context.requestID)
        }
    }

    /// An error nobody expected is named by its type: its text may hold personal values.
    static func logged(_ error: any Error) -> String {
        switch error {
        case let error as RankingError: error.message(in: .english)
        case let error as SpoolError: error.description
        default: String(describing: type(of: error))
        }
    }
}

extension Problem {
    init(any error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as RankingError: self.init(error)
        case let error as SpoolError: self = error.problem
        case let error as any HTTPResponseError: self = Self.ofServer(error.status)
        case is CancellationError: self = .stopping
        default: self = .internalFault
        }
    }

    /// What the HTTP library itself refuses.
    private static func ofServer(_ status: HTTPResponse.Status) -> Problem {
        switch status {
        case .notFound: .nothingHere
        case .contentTooLarge:
            Problem(
                status, "content_too_large", "بدنهٔ درخواست بیش از اندازه بزرگ است.",
                "The body of the request is too large.")
        case .unsupportedMediaType:
            Problem(
                status, "unsupported_media_type", "این گونهٔ محتوا پذیرفته نیست.",
                "This media type is not supported.")
        default:
            status.code < 500
                ? Problem(status, "bad_request", "درخواست خوانا نیست.", "The request cannot be read.")
                : .internalFault
        }
    }
}
