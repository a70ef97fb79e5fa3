import Crypto

/// The key that a client gives a request, so that it can send it again without doing it twice: 1 to 200 visible ASCII
/// characters.
public struct RequestKey: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    public init?(_ text: String) {
        guard (1...200).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        self.text = text
    }

    public var description: String { text }
}

/// SHA-256 of a request.
public struct RequestDigest: Sendable, Hashable {
    let bytes: [UInt8]

    /// The digest of parts with their borders: `["a", "bc"]` differs from `["ab", "c"]`.
    public init(of parts: [[UInt8]]) {
        var hash = SHA256()
        for part in parts {
            withUnsafeBytes(of: UInt64(part.count).littleEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: part)
        }
        bytes = Array(hash.finalize())
    }
}

/// The answer to a request that changed something.
public struct RequestAnswer: Sendable, Equatable {
    /// An HTTP status of success.
    public var status: Int
    public var contentType: String
    /// The path of the resource that was made.
    public var location: String?
    public var body: [UInt8]
    /// True if this answer was given before; this time nothing was changed.
    public var isRepeated = false

    public init(status: Int, contentType: String, location: String? = nil, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.location = location
        self.body = body
    }
}
