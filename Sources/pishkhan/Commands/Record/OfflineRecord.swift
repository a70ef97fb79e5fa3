import Answers
import Foundation
import OfficeRanking
import RankingRules
import Tables

/// Checks exported records and receipts without the database.
enum OfflineRecord {
    /// Reads the file in parts, because a record may be larger than the memory.
    static func check(_ path: String, against kept: RecordCheckpoint?) throws -> Answer {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw CommandFailure.unreadableFile(path) }
        var check = RecordExportCheck(against: kept)
        var rest = Data()
        while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
            rest.append(part)
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                check.take(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
                rest = rest[rest.index(after: end)...]
            }
            rest = Data(rest)
        }
        if !rest.isEmpty { check.take(String(decoding: rest, as: UTF8.self)) }
        if let broken = check.firstBroken { throw CommandFailure.recordIsBroken(at: broken, agreesUntil: nil) }
        if let kept, !check.holds {
            guard check.checkpoint.count >= kept.count else {
                throw CommandFailure.recordIsBroken(at: check.checkpoint.count + 1, agreesUntil: nil)
            }
            throw CommandFailure.recordIsRewritten(until: kept.count)
        }
        return RecordHeadAnswer.make(check)
    }

    static func checkReceipt(_ path: String) throws -> Answer {
        guard let bytes = FileManager.default.contents(atPath: path) else { throw CommandFailure.unreadableFile(path) }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let written = try? decoder.decode(WrittenReceipt.self, from: bytes), written.receipt.holds else {
            throw CommandFailure.receiptProvesNothing(path)
        }
        return RecordHeadAnswer.make(written.receipt)
    }
}

/// A receipt as `record receipt --format json` writes it.
private struct WrittenReceipt: Decodable {
    struct Step: Decodable {
        let hash: String
        let isLeft: Bool
    }

    let act: Int
    let text: String
    let previousHash: String
    let headActs: Int
    let root: String
    let publishedAt: String
    let path: [Step]

    var receipt: RecordReceipt {
        RecordReceipt(
            act: act, text: text, previousHash: previousHash,
            path: path.map { RecordReceipt.Step(hash: $0.hash, isLeft: $0.isLeft) }, headCount: headActs,
            headRoot: root, headPublishedAt: Instant.date(publishedAt) ?? Date(timeIntervalSince1970: 0))
    }
}
