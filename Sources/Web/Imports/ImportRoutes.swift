import Answers
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// Files that come in as requests, how far they are, and what was found in them.
    var importRoutes: [Route] {
        [
            Route(method: .post, path: "/v1/imports") { request, context in
                var asked = try await accountRequest(request, context)
                let key = try RequestKey(header: request)
                let question = try ImportQuestion(&asked, atMost: settings.uploadBytes)
                return try await uploads.holding {
                    try await metrics.importing { try await take(asked, key, question) }
                }
            },
            reading("/v1/imports") { asked in
                let limit = asked.query.integer("limit", in: 1...500) ?? 50
                try asked.query.finish()
                return ImportAttemptAnswer.list(try await asked.ranking.importAttempts(limit: limit))
            },
            reading("/v1/imports/{key}") { asked in
                try asked.query.finish()
                return ImportAttemptAnswer.one(try await asked.ranking.importAttempt(try asked.importKey()))
            },
            reading("/v1/imports/{key}/findings") { asked in
                let limit = asked.query.integer("limit", in: 1...5_000) ?? 500
                let after = asked.query.integer("after", in: 0...Int(Int32.max)) ?? 0
                try asked.query.finish()
                let key = try asked.importKey()
                _ = try await asked.ranking.importAttempt(key)
                let findings = try await asked.ranking.findings(ofAttempt: key, after: after, limit: limit + 1)
                return ImportAttemptAnswer.findings(findings, limit: limit)
            },
        ]
    }

    private func take(_ asked: AccountRequest, _ key: RequestKey, _ question: ImportQuestion) async throws -> Response {
        let ranking = asked.ranking
        try await ranking.noteReceiving(key, kinds: [question.kind], question.options, bytes: 0)
        do {
            let spooled = try await SpooledUpload.receive(
                asked.request.body, named: question.file, in: settings.uploadFolder, atMost: settings.uploadBytes
            ) { try await ranking.noteReceiving(key, kinds: [question.kind], question.options, bytes: $0) }
            defer { spooled.remove() }
            return try await store(spooled, asked, key, question)
        } catch let error as RankingError where error == .requestIsUnderWay(key: key.text) {
            // The attempt is the other request's.
            throw error
        } catch {
            try? await ranking.noteFailure(key)
            throw error
        }
    }

    private func store(
        _ spooled: SpooledUpload, _ asked: AccountRequest, _ key: RequestKey, _ question: ImportQuestion
    ) async throws -> Response {
        let digest = RequestDigest(of: [
            Array(asked.request.method.rawValue.utf8), Array(asked.request.uri.string.utf8), spooled.digest,
        ])
        let upload = ImportUpload(
            key: key, digest: digest, files: [ImportFile(kind: question.kind, path: spooled.path)],
            options: question.options, bytesReceived: spooled.byteCount)
        let report = FindingReport(keeping: 100)
        let outcome = try await asked.ranking.takeUpload(upload, report: report) { outcome in
            let status: HTTPResponse.Status = outcome.effect == .stored ? .created : .ok
            var written = Written(ImportAnswer.make(outcome))
            (written.status, written.location) = (status, "/v1/imports/\(key.text.pathEscaped)")
            return RequestAnswer(written)
        }
        switch outcome {
        case .answered(let answer): return answer.response
        case .refused: throw Problem.importRefused(report)
        }
    }
}

extension AccountRequest {
    fileprivate func importKey() throws -> RequestKey {
        guard let key = RequestKey(try context.text("key", atMost: 200)) else { throw Problem.nothingHere }
        return key
    }
}

extension Problem {
    /// The first findings; all of them are found under the import.
    static func importRefused(_ report: FindingReport) -> Problem {
        let count = report.errorCount
        var problem = Problem(
            .unprocessableContent, "import_refused",
            "\(Digits.persian(String(count))) خطا در پرونده است؛ هیچ چیز عوض نشد.",
            "The file has \(count) error\(count == 1 ? "" : "s"); nothing was changed.")
        problem.findings = report.first.map(Problem.Finding.init)
        return problem
    }
}
