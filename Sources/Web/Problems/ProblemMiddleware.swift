import Foundation
import HTTPTypes
import Hummingbird
import Logging
import OfficeRanking
import RankingRules

/// Turns every error into a problem for clients; the log keeps the cause.
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

    /// An unexpected error is logged by its type, because its text may hold personal data.
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

    /// A refusal of the HTTP library.
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
