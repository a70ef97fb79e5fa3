import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules

/// Who may read the daemon's metrics.
public enum MetricsReaders: Sendable {
    /// Programs on this machine that connect directly and not through a proxy.
    case loopback
    /// Every client with the present secret as its bearer token. This works without the database.
    case token(@Sendable () -> String)
    case nobody
}

extension WebService {
    var metricsRoute: Route {
        .get("/metrics") { request, context in
            try QueryReader(request).finish()
            try await requireReader(request, context)
            var headers = HTTPFields()
            headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
            headers[.cacheControl] = "no-store"
            let text = await measures().map(\.text).joined()
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
        }
    }

    private func measures() async -> [Measure] {
        var all = metrics.measures
        all += [
            Measure("pishkhan_requests_under_way", "Requests whose answers have not begun.", underWay.count),
            Measure("pishkhan_imports_under_way", "Files that are being imported.", uploads.takenCount),
            Measure(
                "pishkhan_published_hits_total", "Published answers from memory.", kind: .counter, published.hits),
            Measure(
                "pishkhan_published_misses_total", "Published answers made anew.", kind: .counter, published.misses),
            Measure(
                "pishkhan_shared_questions_total", "Requests that shared the question of another one.", kind: .counter,
                sharedQuestions.shared),
            Measure("pishkhan_published_bytes", "Bytes of published answers in memory.", published.bytes),
        ]
        for gauge in settings.gauges { all += await gauge() }
        return all
    }

    private func requireReader(_ request: Request, _ context: WebContext) async throws {
        switch settings.metricsReaders {
        case .nobody: throw Problem.metricsClosed
        case .loopback:
            guard !TrustedProxies.isForwarded(request.headers), context.client.address?.isLoopback ?? true,
                HostName.isOfThisMachine(request)
            else { throw Problem.metricsClosed }
        case .token(let secret):
            guard let shown = context.proof else { throw Problem.credentialsMissing }
            _ = try await limits.proving(shown, of: context.client, context.admission, account: { $0 }) {
                guard Self.isEqual(shown, secret()) else { throw Problem(RankingError.tokenUnknown) }
                return "metrics"
            }
        }
    }

    /// Compares digests, so that the time does not reveal the secret.
    private static func isEqual(_ one: String, _ other: String) -> Bool {
        SHA256.hash(data: Data(one.utf8)) == SHA256.hash(data: Data(other.utf8))
    }
}

extension Problem {
    static let metricsClosed = Problem(
        .forbidden, "metrics_closed", "شمارنده‌ها از این نشانی خواندنی نیست.",
        "The metrics cannot be read from this address.")
}
