internal import CLibpq

extension Exchange {
    /// Runs statements in one round trip, in libpq's pipeline mode, and returns the result of each. After an error the
    /// server skips those that follow.
    func run(pipeline queries: [PostgresQuery]) throws -> [ServerResult] {
        for query in queries { try refuseNUL(in: query) }
        guard PQenterPipelineMode(link) == 1 else { throw sendingError() }
        defer { PQexitPipelineMode(link) }
        for query in queries where send(query) != 1 { throw sendingError() }
        guard PQpipelineSync(link) == 1 else { throw sendingError() }
        flush()
        var failure: (any Error)?
        var results: [ServerResult] = []
        for _ in queries {
            do {
                results.append(try lastResult())
            } catch {
                failure = failure ?? error
            }
        }
        // The end of the pipeline is a result of its own.
        _ = nextResult()
        if let failure { throw failure }
        return results
    }
}
