import Foundation
import Postgres
import TestDatabase
import Testing

@Suite("A folder sent by tar and curl")
struct FolderImportTests {
    @Test("a folder sent over HTTP leaves the same register, byte for byte, as one imported by command")
    func sameAsCommandLine() async throws {
        try await awayFromMidnight()
        try await DaemonDesk.with(["--clock", "false"]) { sent in
            try await DaemonDesk.with(["--clock", "false"]) { given in
                let (files, services) = (sent.path("files"), sent.path("services"))
                let sample = try await DaemonProgram.run(
                    try DaemonProgram.binary("pishkhan"), ["sample", files])
                try #require(sample.status == 0, "\(sample.output)")
                // Another person sends the reviews in.
                try FileManager.default.removeItem(atPath: files + "/reviews")
                try sent.writeServices()
                for desk in [sent, given] { try await desk.openFirstHalf() }
                for (folder, query) in [(files, "?period=1400-H1"), (services, "")] {
                    let answer = try await sent.send(folder: folder, query)
                    try #require(answer.status == 201, "\(answer)")
                    let period = query.isEmpty ? [] : ["--period", "1400-H1"]
                    let run = try await given.command(["import", folder] + period)
                    try #require(run.status == 0, "\(run.output)")
                }
                let tables = try await sent.register()
                #expect(tables.count > 20)
                #expect(try await given.register() == tables)
            }
        }
    }

    @Test("a folder sent as a stream is kept out as a whole if one of its files is faulty")
    func faulty() async throws {
        try await DaemonDesk.with(["--clock", "false"]) { desk in
            let folder = desk.folder.appending(path: "small")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(ServiceTables.agencies.utf8).write(to: folder.appending(path: "agencies.csv"))
            let wrong = ServiceTables.services(["1001"]).replacing(",yes,yes,yes,yes,1390", with: ",yes,x,yes,yes,1390")
            try Data(wrong.utf8).write(to: folder.appending(path: "services.csv"))
            let refused = try await desk.send(folder: folder.path(percentEncoded: false), "", chunked: true)
            #expect(refused.status == 422 && refused.code == "import_refused", "\(refused)")
            #expect(try refused.rows("findings").contains { $0["file"] as? String == "services.csv" })
            #expect(try await desk.everybody.get("/v1/agencies").rows("agencies").isEmpty)
            try Data(ServiceTables.services(["1001"]).utf8).write(to: folder.appending(path: "services.csv"))
            let taken = try await desk.send(folder: folder.path(percentEncoded: false), "", chunked: true)
            #expect(taken.status == 201, "\(taken)")
            #expect(try await desk.everybody.get("/v1/agencies").rows("agencies").count == 2)
        }
    }
}

extension FolderImportTests {
    @Test("a folder with wrong parameters is refused before the rest of it has arrived")
    func refusedEarly() async throws {
        try await DaemonDesk.with(["--clock", "false"]) { desk in
            let folder = desk.folder.appending(path: "large")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let line = Data("G-1,7,کارکنان\n".utf8)
            var table = Data("office_code,staff,x\n".utf8)
            for _ in 1...1_500_000 { table.append(line) }
            try table.write(to: folder.appending(path: "declarations.csv"))
            for chunked in [false, true] {
                let refused = try await desk.send(
                    folder: folder.path(percentEncoded: false), "", chunked: chunked)
                #expect(refused.status == 422 && refused.code == "wrong_parameters", "\(refused)")
                #expect(try refused.rows("findings").first?["field"] as? String == "period")
            }
            #expect(try await desk.everybody.get("/health").status == 200)
        }
    }
}

extension DaemonDesk {
    fileprivate func path(_ name: String) -> String {
        folder.appending(path: name).path(percentEncoded: false)
    }

    /// A file of each kind of services.
    fileprivate func writeServices() throws {
        let services = folder.appending(path: "services")
        try FileManager.default.createDirectory(at: services, withIntermediateDirectories: true)
        let codes = ["1001", "1002", "1003"]
        let tables = [
            "agencies": ServiceTables.agencies, "services": ServiceTables.services(codes),
            "delegations": ServiceTables.delegations(codes), "mou_targets": ServiceTables.target,
            "contracts": ServiceTables.contract("SYN-G-0001", "1001"),
        ]
        for (name, table) in tables { try Data(table.utf8).write(to: services.appending(path: "\(name).csv")) }
    }

    fileprivate func openFirstHalf() async throws {
        let adopted = try await headquarters.send(
            "/v1/schemes", file: GilanStoryTests.scheme.path(percentEncoded: false), type: "application/yaml")
        try #require(adopted.status == 201, "\(adopted)")
        try await database.confirmScheme("sample-1400")
        try #require(try await headquarters.send("/v1/periods", #"{"period": "1400-H1"}"#).status == 201)
        let opened = try await headquarters.send("/v1/periods/1400-H1/open", #"{"scheme": "sample-1400@1"}"#)
        try #require(opened.status == 200, "\(opened)")
    }

    /// Packs a folder by the system's tar and sends it, with its length told before or not.
    fileprivate func send(folder: String, _ query: String, chunked: Bool = false) async throws -> DaemonAnswer {
        let archive = path("\(UUID().uuidString).tar")
        let packed = try await DaemonProgram.run(
            URL(filePath: "/usr/bin/tar"), ["--create", "--file", archive, "--directory", folder, "."])
        try #require(packed.status == 0, "\(packed.output)")
        let uri = "/v1/folder-imports\(query)"
        guard chunked else { return try await headquarters.send(uri, file: archive, type: "application/x-tar") }
        return try await headquarters.send(stream: archive, to: uri, type: "application/x-tar")
    }

    fileprivate func command(_ arguments: [String]) async throws -> (status: Int32, output: String) {
        try await DaemonProgram.run(
            try DaemonProgram.binary("pishkhan"), arguments,
            environment: ["PATH": "/usr/bin:/bin", "DATABASE_URL": database.address(as: "pishkhan_app")])
    }

    /// What the tables of offices, facts and services hold, without the instants of the acts.
    fileprivate func register() async throws -> [String: String] {
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(database.address()), logger: TestDatabase.logger)
        let tables = try await connection.query(
            """
            select c.relname::text, array_to_string(array_agg(a.attname order by a.attnum)
                filter (where a.atttypid = 'timestamptz'::regtype), ' ')
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'registry'::regnamespace and c.relkind = 'r'
                and c.relname !~ '^(act|access_token|account_share|answered_request|record_head|migration)'
            group by c.relname
            """
        ).map { try $0.decode((String, String?).self) }
        var register: [String: String] = [:]
        for (table, instants) in tables {
            let rows = try await connection.query(
                """
                select coalesce(string_agg((to_jsonb(t) - string_to_array(\(instants ?? ""), ' '))::text, chr(10)
                    order by to_jsonb(t) - string_to_array(\(instants ?? ""), ' ')), '')
                from registry.\(unescaped: table) t
                """)
            register[table] = try rows[0].decode(String.self)
        }
        await connection.close()
        return register
    }
}
