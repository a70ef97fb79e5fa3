internal import CLibpq

extension PostgresConfiguration {
    /// The keywords for libpq: the connection string, then what this program adds to it.
    func connectionParameters() throws -> [(name: String, value: String)] {
        let given = try givenOptions()
        var parameters = PostgresConfiguration.hostWatch + [("dbname", connectionString), ("client_encoding", "UTF8")]
        parameters.append(("application_name", applicationName))
        let options = [given, startupOptions].compactMap { $0 }.joined(separator: " ")
        // Later keywords override those of the string, so the string's own options are repeated here.
        if !options.isEmpty { parameters.append(("options", options)) }
        return parameters.map { (name: $0.0, value: $0.1) }
    }

    private func givenOptions() throws -> String? {
        var message: UnsafeMutablePointer<CChar>?
        guard let entries = PQconninfoParse(connectionString, &message) else {
            defer { PQfreemem(message) }
            let reason = message.map { trimmed(String(cString: $0)) } ?? "out of memory"
            throw PostgresError(.connectionFailed, "the connection string cannot be read: \(reason)")
        }
        defer { PQconninfoFree(entries) }
        var entry = entries
        while let keyword = entry.pointee.keyword {
            if String(cString: keyword) == "options" { return entry.pointee.val.map { String(cString: $0) } }
            entry += 1
        }
        return nil
    }
}
