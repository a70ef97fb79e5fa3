internal import CLibpq

extension Exchange {
    /// Runs statements in one round trip, in libpq's pipeline mode, and returns the result of each. After an error the
    /// server skips the statements that follow.
    func run(pipeline queries: [PostgresQuery]) throws -> [ServerResult] {
        try run(queries.map { PipelineStep(query: $0) })
    }

    /// Runs statements that the server keeps parsed for this connection. They may be run twice, so they must not change
    /// anything: if their tables or functions were recreated, the server refuses a statement once, and it is parsed
    /// again.
    func run(preparedPipeline queries: [PostgresQuery]) throws -> [ServerResult] {
        let steps = queries.map { query in
            if let known = prepared.name(of: query.sql) { return PipelineStep(query: query, name: known) }
            return PipelineStep(query: query, name: prepared.newName(), isNew: true)
        }
        do {
            return try run(steps)
        } catch let error as PostgresError where error.isOfStalePlan {
            prepared.forgetAll()
            _ = try run(script: "deallocate all", isInstant: true)
            return try run(pipeline: queries)
        }
    }

    private func run(_ steps: [PipelineStep]) throws -> [ServerResult] {
        for step in steps { try refuseNUL(in: step.query) }
        guard PQenterPipelineMode(link) == 1 else { throw sendingError() }
        defer { PQexitPipelineMode(link) }
        for step in steps where !send(step) { throw sendingError() }
        guard PQpipelineSync(link) == 1 else { throw sendingError() }
        flush()
        var failure: (any Error)?
        var results: [ServerResult] = []
        for step in steps {
            do {
                try keep(step)
                results.append(try lastResult())
            } catch {
                failure = failure ?? error
            }
        }
        // The end of the pipeline is a separate result.
        _ = nextResult()
        if let failure { throw failure }
        return results
    }

    private func send(_ step: PipelineStep) -> Bool {
        guard let name = step.name else { return send(step.query) == 1 }
        if step.isNew, PQsendPrepare(link, name, step.query.sql, 0, nil) != 1 { return false }
        return CStrings(step.query.binds).withPointers(terminated: false) { values in
            PQsendQueryPrepared(link, name, Int32(step.query.binds.count), values, nil, nil, 0) == 1
        }
    }

    /// Reads the answer to a prepare step. If it was refused, the statement still has an answer of its own.
    private func keep(_ step: PipelineStep) throws {
        guard let name = step.name, step.isNew else { return }
        do {
            _ = try lastResult()
            prepared.keep(step.query.sql, as: name)
        } catch {
            _ = try? lastResult()
            throw error
        }
    }
}

/// A statement of a pipeline; the server keeps it if it has a name.
private struct PipelineStep {
    let query: PostgresQuery
    var name: String?
    var isNew = false
}

extension PostgresError {
    /// "cached plan must not change result type", or the statement was deallocated.
    fileprivate var isOfStalePlan: Bool { sqlState == "0A000" || sqlState == "26000" }
}
