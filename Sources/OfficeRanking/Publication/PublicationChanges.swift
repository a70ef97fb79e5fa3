import RankingRules

/// The change of one office from one publication to a later one.
public enum PublicationChange: Sendable, Hashable {
    case added(PublishedLine)
    /// The office's line in the later publication.
    case changed(PublishedLine)
    /// The office's code.
    case removed(String)
}

/// Reads the changes from one publication to another in the order of office codes. Applied to the earlier one they give
/// the later one without a gap; without an earlier one they are the whole publication.
public struct PublicationChanges: Sendable {
    private var earlier: PublishedLines?
    private var later: PublishedLines
    private var before: PublishedLine?
    private var after: PublishedLine?
    /// Lines under different criteria always differ, whatever their points.
    private let hasSameCriteria: Bool
    private var isStarted = false

    init(_ earlier: PublishedLines?, _ later: PublishedLines, hasSameCriteria: Bool) {
        self.earlier = earlier
        self.later = later
        self.hasSameCriteria = hasSameCriteria
    }

    /// Nil at the end.
    public mutating func next() async throws -> PublicationChange? {
        if !isStarted {
            isStarted = true
            before = try await earlier?.next()
            after = try await later.next()
        }
        while before != nil || after != nil {
            switch (before, after) {
            case (let old?, let new?) where old.office.code == new.office.code:
                before = try await earlier?.next()
                after = try await later.next()
                if old != new || !hasSameCriteria { return .changed(new) }
            case (let old?, let new) where new.map({ old.precedes($0) }) ?? true:
                before = try await earlier?.next()
                return .removed(old.office.code)
            case (_, let new?):
                after = try await later.next()
                return .added(new)
            default: break
            }
        }
        return nil
    }
}

extension RankingDatabase {
    /// - Parameter earlier: nil means before the first publication.
    public func changes(
        from earlier: Publication?, to later: Publication
    ) async throws -> PublicationChanges {
        var hasSameCriteria = true
        if let earlier {
            let codes = try await (criteria(of: earlier), criteria(of: later))
            hasSameCriteria = codes.0.map(\.code) == codes.1.map(\.code)
        }
        return PublicationChanges(earlier.map(lines(of:)), lines(of: later), hasSameCriteria: hasSameCriteria)
    }
}

extension PublishedLine {
    /// Compares codes as the database's "C" collation does.
    fileprivate func precedes(_ other: PublishedLine) -> Bool {
        office.code.utf8.lexicographicallyPrecedes(other.office.code.utf8)
    }
}
