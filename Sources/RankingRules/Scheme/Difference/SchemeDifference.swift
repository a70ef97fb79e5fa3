/// What changes from one scheme to another. It is found in the canonical forms, so no difference can be left out: two
/// schemes without changes differ in code and version only.
public struct SchemeDifference: Sendable, Equatable {
    public let from: SchemeVersion
    public let to: SchemeVersion
    /// In the order of the new scheme; what is removed comes after what is changed and added.
    public let changes: [Change]

    public init(from before: Scheme, to after: Scheme) {
        from = SchemeVersion(code: before.code, version: before.version)
        to = SchemeVersion(code: after.code, version: after.version)
        let (old, new) = (SchemeParts(before), SchemeParts(after))
        changes = Self.changed(old, new) + Self.removed(old, new) + Self.reordered(old, new)
    }

    public struct Change: Sendable, Hashable {
        public let part: Part
        public let kind: Kind

        public enum Kind: Sendable, Hashable {
            case added
            case removed
            /// Parts of the same kind stand in another order.
            case reordered
            /// A fact by its key in the canonical form, with its values; empty if it is not given.
            case changed(key: String, before: [String], after: [String])
        }
    }

    /// A part of a scheme: the scheme itself, or a part with a code or a number.
    public struct Part: Sendable, Hashable {
        public let kind: Kind
        /// The code; a rank has its number, the scheme itself nothing.
        public let code: String
        public let title: LocalizedText

        public enum Kind: String, CaseIterable, Sendable, Hashable {
            case scheme
            case source
            case reference
            case group
            case criterion
            case penalty
            case rank
        }
    }

    private static func changed(_ old: SchemeParts, _ new: SchemeParts) -> [Change] {
        new.parts.flatMap { entry -> [Change] in
            guard let known = old[entry.part] else { return [Change(part: entry.part, kind: .added)] }
            let keys = entry.keys + known.keys.filter { entry.values[$0] == nil }
            return keys.compactMap { key in
                let (before, after) = (known.values[key] ?? [], entry.values[key] ?? [])
                guard before != after else { return nil }
                return Change(part: entry.part, kind: .changed(key: key, before: before, after: after))
            }
        }
    }

    private static func removed(_ old: SchemeParts, _ new: SchemeParts) -> [Change] {
        old.parts.filter { new[$0.part] == nil }.map { Change(part: $0.part, kind: .removed) }
    }

    private static func reordered(_ old: SchemeParts, _ new: SchemeParts) -> [Change] {
        Part.Kind.allCases.compactMap { kind in
            let before = old.codes(of: kind).filter(Set(new.codes(of: kind)).contains)
            let after = new.codes(of: kind).filter(Set(old.codes(of: kind)).contains)
            guard before != after, let first = zip(before, after).first(where: { $0 != $1 })?.1,
                let part = new.parts.first(where: { $0.part.kind == kind && $0.part.code == first })?.part
            else { return nil }
            return Change(part: part, kind: .reordered)
        }
    }
}

/// A version of a scheme: `sample-1400@1`.
public struct SchemeVersion: Sendable, Hashable, CustomStringConvertible {
    public let code: String
    public let version: Int

    public init(code: String, version: Int) {
        (self.code, self.version) = (code, version)
    }

    public var description: String { "\(code)@\(version)" }

    /// Reads `sample-1400@1`.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let version = WholeNumber.read(parts[1], in: 1...Int(Int32.max))
        else { return nil }
        self.init(code: String(parts[0]), version: version)
    }
}
