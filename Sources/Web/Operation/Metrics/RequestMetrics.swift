import HTTPTypes
import Synchronization

/// Counts requests and the time of their answers, by the pattern of the route and never by its values.
final class RequestMetrics: Sendable {
    private struct Question: Hashable {
        let route: String
        let method: String
    }

    private struct Answers {
        static let none = Answers()

        var byStatus: [Int: Int] = [:]
        /// The number of answers by duration: within the bound at the same index, but not within a shorter one. The
        /// last has no bound.
        var byDuration = Array(repeating: 0, count: RequestMetrics.bounds.count + 1)
        var microseconds = 0

        mutating func add(_ status: Int, _ index: Int, _ microseconds: Int) {
            byStatus[status, default: 0] += 1
            byDuration[index] += 1
            self.microseconds += microseconds
        }
    }

    /// Upper bounds in microseconds.
    private static let bounds = [
        1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000,
        10_000_000,
    ]
    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]

    private let answers = Mutex<[Question: Answers]>([:])

    /// - Parameter route: nil if no route matched.
    func note(route: String?, _ method: HTTPRequest.Method, _ status: Int, _ duration: Duration) {
        let name = Self.methods.contains(method) ? method.rawValue : "other"
        let question = Question(route: route ?? "-", method: name)
        let microseconds = duration.wholeMicroseconds
        let index = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
        answers.withLock { $0[question, default: .none].add(status, index, microseconds) }
    }

    var measures: [Measure] {
        let all = answers.withLock { $0 }.sorted { ($0.key.route, $0.key.method) < ($1.key.route, $1.key.method) }
        let counts = all.flatMap { question, answers in
            answers.byStatus.sorted { $0.key < $1.key }.map { status, count in
                Measure.Sample(labels: Self.labels(question) + [("status", String(status))], value: String(count))
            }
        }
        return [
            Measure("pishkhan_requests_total", .counter, "Requests answered.", samples: counts),
            Measure(
                "pishkhan_request_duration_seconds", .histogram, "Time until an answer began.",
                samples: all.flatMap { Self.histogram($0.key, $0.value) }),
        ]
    }

    private static func histogram(_ question: Question, _ answers: Answers) -> [Measure.Sample] {
        var sum = 0
        var samples: [Measure.Sample] = []
        for (index, count) in answers.byDuration.enumerated() {
            sum += count
            let bound = index < bounds.count ? Measure.seconds(bounds[index]) : "+Inf"
            samples.append(
                Measure.Sample(suffix: "_bucket", labels: labels(question) + [("le", bound)], value: String(sum)))
        }
        samples.append(
            Measure.Sample(suffix: "_sum", labels: labels(question), value: Measure.seconds(answers.microseconds)))
        samples.append(Measure.Sample(suffix: "_count", labels: labels(question), value: String(sum)))
        return samples
    }

    private static func labels(_ question: Question) -> [(name: String, value: String)] {
        [("route", question.route), ("method", question.method)]
    }
}

extension Duration {
    var wholeMicroseconds: Int {
        Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
    }
}
