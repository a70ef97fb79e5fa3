import Postgres

extension RankingDatabase {
    /// Does what a request asks for, once: every act of `body` and the answer are one transaction, and the same request
    /// sent again gets that answer. The same key with another request is refused, and so is a repetition while the first
    /// is still under way. A request that fails leaves nothing, so that it can be sent again.
    public func once(
        _ key: RequestKey, _ digest: RequestDigest,
        _ body: (RankingDatabase) async throws -> RequestAnswer
    ) async throws -> RequestAnswer {
        let answer = try await act { connection in
            if let known = try await connection.knownAnswer(to: key, digest) { return known }
            let answer = try await body(joining(connection))
            try await connection.query(
                """
                select ranking.answer_request(\(key.text), \(byteText(digest.bytes))::bytea, \(answer.status),
                    \(answer.contentType), \(answer.location), \(byteText(answer.body))::bytea)
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
            select status, content_type, location, encode(body, 'hex')
            from ranking.begin_request(\(key.text), \(byteText(digest.bytes))::bytea)
            """)
        guard let row = rows.first else { return nil }
        let (status, contentType, location, hex) = try row.decode((Int, String, String?, String).self)
        guard let body = bytes(ofHex: hex) else { throw RankingError.failed("a stored answer that is no hex text") }
        var answer = RequestAnswer(status: status, contentType: contentType, location: location, body: body)
        answer.isRepeated = true
        return answer
    }
}

/// PostgreSQL's text of a `bytea`: `\x00ff`.
func byteText(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text = Array("\\x".utf8)
    text.reserveCapacity(2 + 2 * bytes.count)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

private func bytes(ofHex text: String) -> [UInt8]? {
    let digits = text.utf8.map { UInt8($0) }
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for place in stride(from: 0, to: digits.count, by: 2) {
        guard let byte = UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16) else {
            return nil
        }
        bytes.append(byte)
    }
    return bytes
}
