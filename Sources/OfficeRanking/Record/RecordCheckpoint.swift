/// The number of acts of the record and the hash of the last one, kept outside the database. Without it a rewrite of
/// the whole chain cannot be detected.
public struct RecordCheckpoint: Sendable, Hashable, CustomStringConvertible {
    public let count: Int
    /// In hexadecimal.
    public let hash: String

    public init(count: Int, hash: String) {
        (self.count, self.hash) = (count, hash)
    }

    /// Reads the checkpoint in a text: in what `record verify` printed in any format, or in the `.checkpoint` file of a
    /// backup. Nil if the text does not hold exactly one.
    public init?(_ text: String) {
        let found = Set(text.matches(of: /acts ([0-9]{1,18}) ([0-9a-f]{64})(?![0-9a-f])/).map { "\($0.1) \($0.2)" })
        guard found.count == 1, let parts = found.first?.split(separator: " "), let count = Int(parts[0]) else {
            return nil
        }
        self.init(count: count, hash: String(parts[1]))
    }

    public var description: String { "acts \(count) \(hash)" }
}
