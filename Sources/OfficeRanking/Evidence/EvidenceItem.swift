public import Foundation
public import RankingRules

/// A file that proves a value of an office, as the registry knows it.
public struct EvidenceItem: Sendable, Hashable {
    public let number: Int
    public let office: String
    /// The code of the criterion.
    public let criterion: String
    public let kind: String
    public let issuedOn: Day
    public let validUntil: Day?
    public let fileName: String
    /// SHA-256 in hexadecimal; it stays when the bytes are erased.
    public let digest: String
    public let mediaType: String
    public let byteCount: Int
    /// False if no scanner was set when it came.
    public let isScanned: Bool
    public let addedAt: Date
    public let erasedAt: Date?
    public let eraseReason: String?
    /// The half-years in which it supports a value.
    public let periods: [String]
}

/// A file that comes as evidence.
public struct EvidenceFile: Sendable {
    public let criterion: String
    public let kind: String
    public let issuedOn: Day
    public let validUntil: Day?
    public let fileName: String
    /// As the sender names it; nil leaves it to the bytes.
    public let mediaType: String?
    public let bytes: [UInt8]

    /// The largest file, in bytes.
    public static let mostBytes = 5 << 20
    /// The accepted types, by the first bytes of a file.
    public static let mediaTypes = ["application/pdf", "image/jpeg", "image/png", "image/tiff"]

    public init(
        criterion: String, kind: String, issuedOn: Day, validUntil: Day? = nil, fileName: String,
        mediaType: String? = nil, bytes: [UInt8]
    ) {
        self.criterion = criterion
        self.kind = kind
        self.issuedOn = issuedOn
        self.validUntil = validUntil
        self.fileName = fileName
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

/// A value that lacks the evidence that its rule requires.
public struct MissingEvidence: Sendable, Hashable {
    public let criterion: String
    public let kinds: [String]
    public let needed: Int
    public let found: Int
    public let oldest: CalendarSpan?
}
