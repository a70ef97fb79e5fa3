extension PostgresConnection {
    /// Refuses a login that would act differently behind a transaction pooler than on a direct connection: with another
    /// role's rights, or with other formats of dates and bytes. Behind a pooler a session cannot change either.
    func requirePooledLogin(_ location: CallSite) async throws {
        let fault: String?
        do {
            fault = try await pooledLoginFault(location)
        } catch {
            close()
            throw error
        }
        guard let fault else { return }
        close()
        throw PostgresError(.connectionFailed, fault).at(location)
    }

    private func pooledLoginFault(_ location: CallSite) async throws -> String? {
        let query: PostgresQuery = """
            select current_user, current_setting('datestyle'), current_setting('timezone'),
                current_setting('bytea_output')
            """
        let result = try await act(location, query: query.sql) { try exchange.run(query, isInstant: true) }
        let (login, dates, zone, bytes) = try PostgresRows(result)[0].decode((String, String, String, String).self)
        if let role = configuration.role, role != login {
            return "behind a transaction pooler the login must be \(role), not \(login)"
        }
        guard dates.hasPrefix("ISO"), zone == "UTC", bytes == "hex" else {
            return "behind a transaction pooler the login \(login) needs the settings that set-up gives it: "
                + "datestyle ISO, timezone UTC, bytea_output hex"
        }
        return nil
    }
}
