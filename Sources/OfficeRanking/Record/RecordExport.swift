import Postgres
import RankingRules

/// One act of an exported record: a line with the hash of the act, a space, and the text that it is made of.
public struct RecordLine: Sendable, Hashable {
    public let number: Int
    public let hash: String
    public let text: String

    public var line: String { "\(hash) \(text)\n" }

    /// The number of the act that such a text shows.
    static func number(in text: some StringProtocol) -> Int? {
        guard text.first == "[", let end = text.firstIndex(of: ",") else { return nil }
        return Int(text[text.index(after: text.startIndex)..<end])
    }
}

extension RankingDatabase {
    /// Acts after a number, oldest first, for accounts that read the record.
    public func exportedActs(after act: Int, limit: Int = 10_000) async throws -> [RecordLine] {
        try await read { connection in
            try await connection.query(
                "select id, hash, text from ranking.exported_acts(\(act)::bigint, \(limit))"
            ).map { RecordLine(number: try $0["id"], hash: try $0["hash"], text: try $0["text"]) }
        }
    }
}

/// Checks an exported record line by line, without the database.
public struct RecordExportCheck: Sendable {
    /// The number of acts that were right so far, and the hash of the last.
    public private(set) var count = 0
    private var last = RecordHash.none
    /// The number of the first act that differs from what was recorded, or is missing; nil if none does.
    public private(set) var firstBroken: Int?
    private let kept: RecordCheckpoint?
    private var seesCheckpoint: Bool

    /// - Parameter kept: a checkpoint from elsewhere, which the record must still have.
    public init(against kept: RecordCheckpoint? = nil) {
        self.kept = kept
        seesCheckpoint = kept.map { $0.count == 0 && $0.hash == Hexadecimal.text(RecordHash.none) } ?? true
    }

    public var checkpoint: RecordCheckpoint { RecordCheckpoint(count: count, hash: Hexadecimal.text(last)) }

    /// True if all lines so far are right and the record has the act of the checkpoint.
    public var holds: Bool { firstBroken == nil && seesCheckpoint }

    /// Takes the next line, without its line feed. After the first broken act nothing more can be said.
    public mutating func take(_ line: some StringProtocol) {
        guard firstBroken == nil else { return }
        let hash = String(decoding: line.utf8.prefix(64), as: UTF8.self)
        let text = String(decoding: line.utf8.dropFirst(65), as: UTF8.self)
        guard line.utf8.dropFirst(64).first == UInt8(ascii: " "), let told = RecordHash.bytes(hash),
            RecordLine.number(in: text) == count + 1, RecordHash.act(text, after: last) == told
        else {
            firstBroken = count + 1
            return
        }
        count += 1
        last = told
        if let kept, kept.count == count { seesCheckpoint = kept.hash == hash }
    }
}
