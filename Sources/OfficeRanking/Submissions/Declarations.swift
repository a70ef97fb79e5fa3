import Postgres
public import RankingRules

/// The self-declaration: draft, submission, withdrawal.
extension RankingDatabase {
    /// The declaration of an office, item by item, and the draft that the account may see.
    public func declaration(of office: String, in halfYear: HalfYear) async throws -> SourceForm {
        try await read { try await $0.form(nil, of: office, in: halfYear, schemes) }
    }

    /// Changes items of the draft; other items stay. A draft counts for nothing until it is submitted.
    /// - Parameters:
    ///   - values: by the code of the criterion, as a file would hold them; an empty text is a gap.
    ///   - isExpected: throws if the form differs from the one that the caller wanted to change.
    /// - Returns: the version of the draft.
    @discardableResult
    public func saveDraft(
        of office: String, in halfYear: HalfYear, _ values: [String: String],
        isExpected: (SourceForm) throws -> Void = { _ in }
    ) async throws -> Int {
        try await act { connection in
            // After this lock no other act can change the draft before this one.
            let held = try await connection.query(
                "select scheme_id, kind from ranking.hold_draft(\(halfYear.description), \(office))")[0]
            try isExpected(try await connection.form(nil, of: office, in: halfYear, schemes))
            let scheme = try await connection.cachedScheme(id: held["scheme_id"], schemes)
            let typed = try TypedForm(
                values, for: office, of: held["kind"], source: scheme.declaration.code, in: scheme)
            return try await connection.query(
                """
                select ranking.save_draft(\(halfYear.description), \(office), \(typed.criteria)::text[],
                    \(typed.values)::bigint[])
                """)[0].decode(Int.self)
        }
    }

    /// Submits the draft over what is submitted already, and empties it. Throws `invalid` with every broken check.
    /// - Parameters:
    ///   - number: of the submission that the form was based on, 0 for none; refused if there is a newer one.
    ///   - withGaps: true if the declaration is meant without the missing values.
    /// - Returns: the number of the submission; without news that of the newest one.
    @discardableResult
    public func submitDeclaration(
        of office: String, in halfYear: HalfYear, basedOn number: Int, withGaps: Bool = false
    ) async throws -> Int {
        guard Int32(exactly: number) != nil else { throw RankingError.saidMeanwhile }
        return try await act { connection in
            let form = try await connection.form(nil, of: office, in: halfYear, schemes)
            guard form.faults.isEmpty else { throw RankingError.invalid(form.faults.map(\.sentence)) }
            return try await connection.query(
                """
                select ranking.submit(\(halfYear.description), \(office), \(number)::integer, \(withGaps))
                """)[0].decode(Int.self)
        }
    }

    /// Takes back all values of the declaration: the office then took no part. The draft stays.
    /// - Returns: the number of the submission that says so.
    @discardableResult
    public func withdrawDeclaration(
        of office: String, in halfYear: HalfYear, basedOn number: Int, reason: String
    ) async throws -> Int {
        try await withdraw(nil, of: office, in: halfYear, basedOn: number, reason: reason)
    }

    /// - Parameter source: nil names the declaration.
    func withdraw(
        _ source: String?, of office: String, in halfYear: HalfYear, basedOn number: Int, reason: String
    ) async throws -> Int {
        guard Int32(exactly: number) != nil else { throw RankingError.saidMeanwhile }
        return try await act { connection in
            try await connection.query(
                """
                select ranking.withdraw(\(halfYear.description), \(office), \(source), \(number)::integer, \(reason))
                """)[0].decode(Int.self)
        }
    }
}

extension Scheme {
    /// The source whose newest submission decides whether an office took part.
    var declaration: Source {
        guard let source = sources.first(where: \.isDeclaration) else {
            preconditionFailure("a scheme has exactly one declaration")
        }
        return source
    }
}
