import Answers
import HTTPTypes
import Hummingbird
import OfficeRanking
import Tables

/// The files of a request on disk, ready to be imported.
struct SpooledImport {
    let files: [ImportFile]
    let received: Spool.Received
    /// What the folder lacked, and which files were left out.
    var remarks: FolderRemarks?
}

extension WebService {
    /// Allows one upload at a time under a key, and as many at once as there are slots.
    func takingIn(_ taking: ImportTaking, _ answer: () async throws -> Response) async throws -> Response {
        let account = taking.asked.identity.account
        return try await uploadsUnderWay.holding(account, taking.key) {
            try await uploads.holding(for: account, answer)
        }
    }
}

/// An import under the key of its request.
struct ImportTaking {
    let asked: AccountRequest
    let key: RequestKey
    let options: ImportOptions
    /// Received files wait here for their turn to be stored.
    let storing: FairSemaphore

    /// Receives and imports the files. It records the progress from the first byte on, and a break or failure too.
    /// - Parameters:
    ///   - kinds: the kinds of the files, as far as they are known before the files come.
    ///   - receive: writes the files into a spool that is removed afterwards, and reports the bytes so far.
    func answer(
        kinds: [ImportKind],
        _ receive: (Spool, (Int) -> Void) async throws -> SpooledImport
    ) async throws -> Response {
        let ranking = asked.ranking
        try await ranking.beginAttempt(key, kinds: kinds, options)
        do {
            let spool = try Spool(in: asked.settings.uploadFolder)
            defer { spool.remove() }
            let spooled = try await ranking.whileReceiving(key) { progress in
                try await receive(spool, progress)
            }
            return try await storing.withPermit {
                // An attempt without a sign of life for a minute counts as interrupted.
                try? await ranking.noteReceiving(key, bytes: spooled.received.byteCount)
            } _: {
                try await store(spooled)
            }
        } catch let error as RankingError where error == .requestIsUnderWay(key: key.text) {
            // The attempt belongs to the other request.
            throw error
        } catch {
            try? await ranking.noteFailure(key)
            throw (error as? ArchiveFault).map { Problem($0) } ?? error
        }
    }

    private func store(_ spooled: SpooledImport) async throws -> Response {
        let digest = RequestDigest(of: asked.request, body: spooled.received.digest)
        let upload = ImportUpload(
            key: key, digest: digest, files: spooled.files, options: options,
            bytesReceived: spooled.received.byteCount)
        let report = FindingReport(keeping: 100, in: asked.settings.uploadFolder)
        let (key, remarks) = (key, spooled.remarks)
        let outcome = try await asked.ranking.takeUpload(
            upload, report: report, keeping: asked.settings.findingsKept
        ) { outcome in
            let status: HTTPResponse.Status = outcome.effect == .stored ? .created : .ok
            var written = Written(ImportAnswer.make(outcome, of: remarks))
            (written.status, written.location) = (status, "/v1/imports/\(key.text.pathEscaped)")
            return RequestAnswer(written)
        }
        switch outcome {
        case .answered(let answer): return answer.response
        case .refused: throw Problem.importRefused(report)
        }
    }
}
