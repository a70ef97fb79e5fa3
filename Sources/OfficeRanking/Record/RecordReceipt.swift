import Crypto
public import Foundation
import RankingRules

/// The proof that a published head covers an act. It shows nothing of the other acts, and is checked without the database:
/// by SHA-256 and the tree of RFC 6962, section 2.1, over the hashes of the acts.
public struct RecordReceipt: Sendable, Hashable {
    /// The number of the act.
    public let act: Int
    /// Everything in the act as the record hashes it: a JSON array of number, kind, account number, account, person, role,
    /// microseconds since 1970, subject, reason and details.
    public let text: String
    /// The hash of the act before it, in hexadecimal.
    public let previousHash: String
    /// The hashes beside the path to the root, from below.
    public let path: [Step]
    public let headCount: Int
    public let headRoot: String
    public let headPublishedAt: Date

    public struct Step: Sendable, Hashable {
        public let hash: String
        public let isLeft: Bool

        public init(hash: String, isLeft: Bool) {
            (self.hash, self.isLeft) = (hash, isLeft)
        }
    }

    public init(
        act: Int, text: String, previousHash: String, path: [Step], headCount: Int, headRoot: String,
        headPublishedAt: Date
    ) {
        (self.act, self.text, self.previousHash, self.path) = (act, text, previousHash, path)
        (self.headCount, self.headRoot, self.headPublishedAt) = (headCount, headRoot, headPublishedAt)
    }

    /// The root to which the text of the act leads; nil if a hash is not one.
    public var root: String? {
        guard let previous = RecordHash.bytes(previousHash) else { return nil }
        var hash = RecordHash.leaf(RecordHash.act(text, after: previous))
        for step in path {
            guard let beside = RecordHash.bytes(step.hash) else { return nil }
            hash = step.isLeft ? RecordHash.node(beside, hash) : RecordHash.node(hash, beside)
        }
        return Hexadecimal.text(hash)
    }

    /// True if the act is covered by the head that the receipt names. Whether that head is a published one is asked of the
    /// list of published heads.
    public var holds: Bool { root == headRoot && RecordLine.number(in: text) == act && (1...headCount).contains(act) }
}

/// The hashes of the record.
enum RecordHash {
    /// The hash of an act: of the hash before it and its text.
    static func act(_ text: String, after previous: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: previous + Array(text.utf8)))
    }

    static func leaf(_ hash: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: [0] + hash)) }

    static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: [1] + left + right)) }

    /// Of the record before its first act.
    static let none = Array(SHA256.hash(data: [UInt8]()))

    static func bytes(_ text: String) -> [UInt8]? {
        guard text.utf8.count == 64, let bytes = Hexadecimal.bytes(of: text) else { return nil }
        return bytes
    }
}
