import Migrations
import Testing

@Suite("The SQL keeps nothing in a session")
struct SessionStateTests {
    @Test("no migration, guard or code keeps state in a session", arguments: SessionTrace.all)
    func scripts(_ trace: SessionTrace) throws {
        let scripts = try DatabaseScripts.shipped()
        let files =
            scripts.migrations.map { ($0.name, $0.sql) } + (scripts.guards + scripts.code).map { ($0.name, $0.sql) }
        #expect(files.count > 20)
        for (file, sql) in files { #expect(try !trace.isFound(in: sql), "\(file)") }
        #expect(try trace.isFound(in: trace.example))
    }
}

/// Something that would stay with a server connection, which the next transaction of somebody else gets.
struct SessionTrace: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let pattern: String
    let example: String

    func isFound(in sql: String) throws -> Bool {
        try sql.contains(Regex(pattern).ignoresCase().anchorsMatchLineEndings())
    }

    static let all = [
        SessionTrace(
            testDescription: "a lock of the session", pattern: #"pg_(try_)?advisory_(un)?lock(_shared|_all)?\s*\("#,
            example: "perform pg_try_advisory_lock(1);"),
        SessionTrace(
            testDescription: "a setting of the session", pattern: #"set_config\s*\([^;]*,\s*false\s*\)"#,
            example: "perform set_config('a', 'b', false);"),
        SessionTrace(
            testDescription: "a temporary table", pattern: #"create\s+temp(orary)?\s+table(?![^;]*on\s+commit\s+drop)"#,
            example: "create temporary table t (n int);"),
        SessionTrace(
            testDescription: "a prepared statement", pattern: #"(^|;|')\s*prepare\s+\w+\s*(\(|as\b)"#,
            example: "prepare q as select 1;"),
        SessionTrace(testDescription: "a channel", pattern: #"(^|;|')\s*listen\s+\w"#, example: "listen changes;"),
    ]
}
