import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import RankingRules

/// The body of an import on disk, with the digest of its bytes. The next part is taken from the network only when the
/// one before is written, so a fast sender waits. Removed by `remove`.
struct SpooledUpload {
    let folder: SpoolFolder
    let path: String
    let byteCount: Int
    let digest: [UInt8]

    /// - Parameters:
    ///   - name: how the file is called in findings; its folder is its own.
    ///   - progress: called with the bytes so far, about every four megabytes.
    static func receive(
        _ body: RequestBody, named name: String, in parent: String, atMost limit: Int,
        progress: (Int) async throws -> Void
    ) async throws -> SpooledUpload {
        guard let folder = try? SpoolFolder(in: parent) else { throw Problem.noRoom }
        let path = folder.url.appending(path: name).path(percentEncoded: false)
        do {
            guard FileManager.default.createFile(atPath: path, contents: nil),
                let file = FileHandle(forWritingAtPath: path)
            else { throw CocoaError(.fileWriteUnknown) }
            defer { try? file.close() }
            var count = 0
            var lastTold = 0
            var hash = SHA256()
            for try await part in body {
                count += part.readableBytes
                guard count <= limit else { throw HTTPError(.contentTooLarge) }
                let bytes = Data(part.readableBytesView)
                hash.update(data: bytes)
                try file.write(contentsOf: bytes)
                if count - lastTold >= 4 << 20 {
                    lastTold = count
                    try await progress(count)
                }
            }
            return SpooledUpload(folder: folder, path: path, byteCount: count, digest: Array(hash.finalize()))
        } catch {
            folder.remove()
            throw error is CocoaError ? Problem.noRoom : error
        }
    }

    func remove() {
        folder.remove()
    }
}

extension Problem {
    static let noRoom: Problem = {
        var problem = Problem(
            .init(code: 507, reasonPhrase: "Insufficient Storage"), "no_room",
            "جایی برای نگه‌داشتن پرونده نیست؛ بعداً دوباره بفرستید.",
            "There is no room to keep the file; send it again later.")
        problem.headers[.retryAfter] = "60"
        return problem
    }()
}
