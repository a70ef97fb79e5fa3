import RankingRules

/// The body of a write, read as a whole: either all its members are valid, or all findings are returned at once.
protocol WriteBody: Sendable {
    static var form: BodyForm<Self> { get }
}

/// The members of a body, and how its value is made. The OpenAPI description names the same members.
struct BodyForm<Body>: Sendable {
    let members: [MemberName]
    /// Nil if the reader has noted a finding.
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
    /// The same members as a part of a larger body.
    var field: BodyField<Body> { BodyField(members, read) }
}

/// A member by its name in the description.
struct MemberName: Sendable, Hashable {
    let name: String
    let isRequired: Bool
}

private struct Incomplete: Error {}

extension Optional {
    /// Throws only when all members are read and one of them has no value.
    fileprivate func orIncomplete() throws -> Wrapped {
        guard let self else { throw Incomplete() }
        return self
    }
}

/// A value of a body, made of one or several members.
struct BodyField<Value>: Sendable {
    let members: [MemberName]
    /// Nil if the reader has noted a finding.
    let read: @Sendable (BodyReader) -> Value?

    /// A value of several members.
    init(_ members: [MemberName], _ read: @escaping @Sendable (BodyReader) -> Value?) {
        (self.members, self.read) = (members, read)
    }

    /// A required member, read by `parse`.
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

    /// The same field, but nil if its members are absent.
    var optional: BodyField<Value?> {
        let (members, read) = (members, read)
        return BodyField<Value?>(members.map { MemberName(name: $0.name, isRequired: false) }) { reader in
            let isAbsent = members.map { reader.isAbsent($0.name) }.allSatisfy { $0 }
            return isAbsent ? .some(nil) : read(reader).map(Optional.some)
        }
    }

    /// The same field, but with a default value if its members are absent.
    func or(_ value: Value) -> BodyField<Value> where Value: Sendable {
        let field = optional
        return BodyField(field.members) { reader in field.read(reader).map { $0 ?? value } }
    }
}
