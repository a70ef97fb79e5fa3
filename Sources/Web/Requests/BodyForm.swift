import RankingRules

/// The body of a write, read whole: it is there with all its members, or every finding is told at once.
protocol WriteBody: Sendable {
    static var form: BodyForm<Self> { get }
}

/// The members of a body, and what is made of them. The description names the same.
struct BodyForm<Body>: Sendable {
    let members: [MemberName]
    /// Nil where the reader has noted why.
    let read: @Sendable (BodyReader) -> Body?

    init<each Value>(
        _ make: @escaping @Sendable (repeat each Value) -> Body, _ field: repeat BodyField<each Value>
    ) {
        var members: [MemberName] = []
        for field in repeat each field { members += field.members }
        self.members = members
        read = { reader in
            let values = (repeat (each field).read(reader))
            do {
                return try make(repeat (each values).orIncomplete())
            } catch {
                return nil
            }
        }
    }
}

extension BodyForm {
    /// The same as a part of a larger body.
    var field: BodyField<Body> { BodyField(members, read) }
}

/// A member as the description names it.
struct MemberName: Sendable, Hashable {
    let name: String
    let isRequired: Bool
}

private struct Incomplete: Error {}

extension Optional {
    /// All members are read before the first that is missing ends the making.
    fileprivate func orIncomplete() throws -> Wrapped {
        guard let self else { throw Incomplete() }
        return self
    }
}

/// A value of a body, made of one member or of several.
struct BodyField<Value>: Sendable {
    let members: [MemberName]
    /// Nil where the reader has noted why.
    let read: @Sendable (BodyReader) -> Value?

    /// A value of several members.
    init(_ members: [MemberName], _ read: @escaping @Sendable (BodyReader) -> Value?) {
        (self.members, self.read) = (members, read)
    }

    /// A member that must be there and be understood by `parse`.
    init(_ name: String, _ expected: LocalizedText, _ parse: @escaping @Sendable (BodyValue) -> Value?) {
        members = [MemberName(name: name, isRequired: true)]
        read = { reader in
            let value = reader.isAbsent(name) ? nil : reader.value(of: name)
            guard let value else {
                reader.note(.missing(name))
                return nil
            }
            let parsed = parse(value)
            if parsed == nil { reader.note(.wrong(name, expected)) }
            return parsed
        }
    }

    /// The same, nil where its members are absent.
    var optional: BodyField<Value?> {
        let (members, read) = (members, read)
        return BodyField<Value?>(members.map { MemberName(name: $0.name, isRequired: false) }) { reader in
            let isAbsent = members.map { reader.isAbsent($0.name) }.allSatisfy { $0 }
            return isAbsent ? .some(nil) : read(reader).map(Optional.some)
        }
    }

    /// The same, another value where its members are absent.
    func or(_ value: Value) -> BodyField<Value> where Value: Sendable {
        let field = optional
        return BodyField(field.members) { reader in field.read(reader).map { $0 ?? value } }
    }
}
