import RankingRules

/// A page of a list, and where the next one begins.
public struct Page<Item: Sendable, Cursor: PageCursor>: Sendable {
    public let items: [Item]
    /// Nil at the end.
    public let next: Cursor?

    /// - Parameters:
    ///   - found: one more than the limit says that the list goes on.
    ///   - cursor: the position after an item.
    init(_ found: [Item], limit: Int, cursor: (Item) throws -> Cursor) rethrows {
        items = Array(found.prefix(limit))
        next = try found.count > limit ? items.last.map(cursor) : nil
    }
}

extension Page: Equatable where Item: Equatable {}

/// The position after an item of a list, as a text that a page gives and the next one takes.
public protocol PageCursor: LosslessStringConvertible, Hashable, Sendable {
    /// How long its text is at most.
    static var longest: Int { get }
}

extension PageCursor {
    public static var longest: Int { 120 }
}

/// A code, in lists by code.
extension String: PageCursor {
    public static var longest: Int { 100 }
}

/// How many items a page has.
public enum PageLimit {
    public static let range = 1...500
    public static let usual = 50
}

/// The position after an item that has a number in its list: a line of a file, or a position.
public struct NumberCursor: PageCursor {
    public let number: Int

    public var description: String { String(number) }

    init(_ number: Int) {
        self.number = number
    }

    public init?(_ text: String) {
        guard let number = cursorNumber(Digits.latin(text)), number >= 0 else { return nil }
        self.number = number
    }
}
