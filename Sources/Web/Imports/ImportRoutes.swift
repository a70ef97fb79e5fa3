import Answers
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// Imports of files, their progress and their findings.
    var importRoutes: [Route] {
        [
            Route(method: .post, path: "/v1/imports") { request, context in
                var asked = try await accountRequest(request, context)
                let key = try RequestKey(ofWrite: request)
                let question = try ImportQuestion(&asked, atMost: settings.uploadBytes)
                let taking = ImportTaking(asked: asked, key: key, options: question.options, storing: storing)
                return try await takingIn(taking) { try await taking.file(question) }
            },
            reading("/v1/imports") { asked in
                let account = asked.query.text("account")
                let page = asked.query.page(ImportAttemptCursor.self)
                try asked.query.finish()
                return ImportAttemptAnswer.list(
                    try await asked.ranking.importAttempts(of: account, limit: page.limit, after: page.after))
            },
            reading("/v1/imports/{key}") { asked in
                let account = asked.query.text("account")
                try asked.query.finish()
                return ImportAttemptAnswer.one(
                    try await asked.ranking.importAttempt(try asked.importKey(), of: account))
            },
            reading("/v1/imports/{key}/findings") { asked in
                let account = asked.query.text("account")
                let page = asked.query.page(NumberCursor.self)
                try asked.query.finish()
                return ImportAttemptAnswer.findings(
                    try await asked.ranking.findings(
                        ofAttempt: try asked.importKey(), of: account, limit: page.limit, after: page.after))
            },
        ]
    }
}

extension ImportTaking {
    fileprivate func file(_ question: ImportQuestion) async throws -> Response {
        try await answer(kinds: [question.kind]) { spool, progress in
            var sink = try SpooledFile(question.file, in: spool.folder)
            let received = try await spool.receive(
                asked.request.body, into: &sink, atMost: asked.settings.uploadBytes,
                slowest: asked.settings.slowestUpload, progress: progress)
            return SpooledImport(files: [ImportFile(kind: question.kind, path: sink.path)], received: received)
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
    /// The problem with the first findings; the import's own path lists all of them.
    static func importRefused(_ report: FindingReport) -> Problem {
        let count = report.errorCount
        var problem = Problem(
            .unprocessableContent, "import_refused",
            "\(Digits.persian(String(count))) خطا یافت شد و هیچ چیز عوض نشد؛ خطاها را درست کنید و دوباره بفرستید.",
            "\(count) error\(count == 1 ? " was" : "s were") found; nothing was changed. Correct and send again."
        )
        problem.findings = report.foremost.map(Problem.Finding.init)
        problem.findingsLeftOut = report.total - problem.findings.count
        return problem
    }
}
