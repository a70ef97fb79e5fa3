import Postgres

extension RankingDatabase {
    /// Answers a request once: all acts of `body` and the answer are one transaction, and the same request sent again
    /// gets the same answer. Refused if the key belongs to another request, or while the first request is still
    /// running. A request that fails leaves nothing, so it can be sent again.
    public func once(
        _ key: RequestKey, _ digest: RequestDigest,
        _ body: (RankingDatabase) async throws -> RequestAnswer
    ) async throws -> RequestAnswer {
        let answer = try await act { connection in
            if let known = try await connection.knownAnswer(to: key, digest) { return known }
            let answer = try await body(joining(connection))
            try await connection.query(
                """
                select ranking.answer_request(\(key.text), \(digest.bytes)::bytea, \(answer.status),
                    \(answer.contentType), \(answer.location), \(answer.body)::bytea)
                """)
            await TestPoint.requestBeforeCommit.reach()
            return answer
        }
        await TestPoint.requestAfterCommit.reach()
        return answer
    }
}

extension PostgresConnection {
    fileprivate func knownAnswer(to key: RequestKey, _ digest: RequestDigest) async throws -> RequestAnswer? {
        let rows = try await query(
            """
            select status, content_type, location, body
            from ranking.begin_request(\(key.text), \(digest.bytes)::bytea)
            """)
        guard let row = rows.first else { return nil }
        var answer = RequestAnswer(
            status: try row["status"], contentType: try row["content_type"], location: try row["location"],
            body: try row["body"])
        answer.isRepeated = true
        return answer
    }
}
