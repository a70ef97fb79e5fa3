import Hummingbird
import OfficeRanking

extension WebService {
    /// Imports one folder of files, or several, as the command line does: all or nothing, with the findings of all
    /// files in one report.
    ///
    /// The body is a tar archive. It can be streamed, needs no library at either end, and has the same bytes when it is
    /// sent again. A form (`multipart/form-data`) has another boundary each time, so a repetition would be another
    /// request.
    var folderImportRoutes: [Route] {
        [
            Route(method: .post, path: "/v1/folder-imports") { request, context in
                var asked = try await accountRequest(request, context)
                let key = try RequestKey(ofWrite: request)
                let terms = ImportTerms(&asked.query, today: try asked.today())
                try asked.query.finish()
                try ImportTerms.checkForm(request, ["application/x-tar"], atMost: settings.uploadBytes)
                if let period = terms.period { _ = try await asked.ranking.period(period) }
                let taking = ImportTaking(
                    asked: asked, key: key, options: terms.options(today: try asked.today()), storing: storing)
                return try await takingIn(taking) { try await taking.folder() }
            }
        ]
    }
}

extension ImportTaking {
    fileprivate func folder() async throws -> Response {
        try await answer(kinds: []) { spool, progress in
            var sink = SpooledFolder(spool.folder, hasPeriod: options.period != nil)
            let received = try await spool.receive(
                asked.request.body, into: &sink, atMost: asked.settings.uploadBytes,
                slowest: asked.settings.slowestUpload, progress: progress)
            let contents = try sink.contents()
            guard !options.isComplete || contents.files.contains(where: { $0.kind == .offices }) else {
                throw Problem.wrongParameters([.completeWithoutOffices])
            }
            try await asked.ranking.noteKinds(key, contents.files.map(\.kind))
            return SpooledImport(files: contents.files, received: received, remarks: contents.remarks)
        }
    }
}
