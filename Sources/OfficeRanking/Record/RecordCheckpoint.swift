/// How far the record was and what its last act's hash was, kept elsewhere: a rewrite of the whole chain cannot be seen
/// from inside.
public struct RecordCheckpoint: Sendable, Hashable, CustomStringConvertible {
    public let count: Int
    /// In hexadecimal.
    public let hash: String

    public init(count: Int, hash: String) {
        (self.count, self.hash) = (count, hash)
    }

    /// Reads the one checkpoint of a text: of what `record verify` printed in any form, and of the file beside a backup.
    public init?(_ text: String) {
        let found = Set(text.matches(of: /acts ([0-9]{1,18}) ([0-9a-f]{64})(?![0-9a-f])/).map { "\($0.1) \($0.2)" })
        guard found.count == 1, let parts = found.first?.split(separator: " "), let count = Int(parts[0]) else {
            return nil
        }
        self.init(count: count, hash: String(parts[1]))
    }

    public var description: String { "acts \(count) \(hash)" }
}
