import RankingRules

/// A page of a list, and the cursor of the next one.
public struct Page<Item: Sendable, Cursor: PageCursor>: Sendable {
    public let items: [Item]
    /// Nil on the last page.
    public let next: Cursor?

    /// - Parameters:
    ///   - found: one item more than the limit means that the list continues.
    ///   - cursor: the cursor of an item.
    init(_ found: [Item], limit: Int, cursor: (Item) throws -> Cursor) rethrows {
        items = Array(found.prefix(limit))
        next = try found.count > limit ? items.last.map(cursor) : nil
    }
}

extension Page {
    /// The same page in another order of its items.
    init(items: [Item], next: Cursor?) {
        (self.items, self.next) = (items, next)
    }
}

extension Page: Equatable where Item: Equatable {}

/// The cursor of an item in a list. A page gives it as text, and the request for the next page sends it back.
public protocol PageCursor: LosslessStringConvertible, Hashable, Sendable {
    /// The greatest length of its text.
    static var longest: Int { get }
}

extension PageCursor {
    public static var longest: Int { 120 }
}

/// The cursor of lists by code is the code.
extension String: PageCursor {
    public static var longest: Int { 100 }
}

/// Limits of the number of items on a page.
public enum PageLimit {
    public static let range = 1...500
    public static let usual = 50
}

/// The cursor of an item with a number: the line of a file, or a position in a list.
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
