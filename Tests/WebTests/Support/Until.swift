import Testing

/// Waits for a state, for at most two minutes: a busy machine is no fault of the service.
func until(
    _ complaint: String = "it does not come to this", sourceLocation: SourceLocation = #_sourceLocation,
    _ holds: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + .seconds(120)
    while try await !holds() {
        try #require(ContinuousClock.now < deadline, "\(complaint)", sourceLocation: sourceLocation)
        try await Task.sleep(for: .milliseconds(10))
    }
}
