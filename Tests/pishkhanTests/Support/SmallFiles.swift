import TestDatabase
import Testing

/// An offices file: urban offices in Rasht with the codes given.
func offices(_ codes: String..., state: String = "active") -> String {
    let header =
        "code,kind,province,county,locality,holder_national_id,holder_name,licence_number,licensed_on,expires_on,state"
    let rows = codes.enumerated().map { place, code in
        "\(code),urban,گیلان,رشت,رشت,\(legalID(place)),دارنده \(place),پ-\(code),1395/01/01,,\(state)"
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
}

extension Desk {
    /// Two persons adopt the scheme of a file.
    func adopt(_ file: String, as scheme: String = "small@1") async throws {
        try await expect(0, "scheme", "adopt", file)
        try await execute(confirmerMade)
        try await expect(0, "scheme", "confirm", scheme, "--account", confirmer)
    }

    /// Adopts the small scheme and opens a half-year with it.
    func open(_ period: String = "1400-H1") async throws {
        try write("small.yaml", smallScheme)
        try await adopt("small.yaml")
        try await expect(0, "period", "plan", period)
        try await expect(0, "period", "open", period, "--scheme", "small")
    }

    /// Three offices, of which two took part: G-1 earns rank 1, G-2 rank 3 with a violation, G-3 is silent.
    func rank(_ period: String = "1400-H1") async throws {
        try await open(period)
        try write("\(period)/offices.csv", offices("G-1", "G-2", "G-3"))
        try write("\(period)/declarations.csv", "office_code,staff\nG-1,۷\nG-2,4\n")
        try write(
            "\(period)/violations.csv",
            "office_code,decision_number,kind,decided_on,is_final\nG-2,7,overcharging,1400/03/01,yes\n")
        try await expect(0, "import", period, "--period", period)
        try await close(period)
        try await expect(0, "rank", period)
    }

    /// Closes a half-year; two persons overrule what stands against it.
    func close(_ period: String = "1400-H1") async throws {
        try await execute(obstaclesOverruled(period))
        try await expect(0, "period", "close", period)
    }
}
