import Testing

/// Two agencies with four services, three offices in Rasht without a rank, of which G-1 offers three services already.
extension Desk {
    static func withServices(_ body: (Desk) async throws -> Void) async throws {
        try await with { desk in
            try await desk.open()
            try desk.write("offices.csv", offices("G-1", "G-2", "G-3"))
            try await desk.expect(0, "import", "offices.csv")
            for (name, text) in serviceFiles { try desk.write("services/\(name).csv", text) }
            try await desk.expect(0, "import", "services")
            try await body(desk)
        }
    }

    /// Expects a run to end with a status, having written exactly this; refusals are written to the errors.
    func expectOutput(
        _ status: Int32, _ arguments: [String], _ text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let run = try await program.run(arguments)
        #expect(run.status == status, "\(arguments)", sourceLocation: sourceLocation)
        let written = (run.output + run.errors).replacing("\r\n", with: "\n")
        #expect(written == text, "\(arguments)", sourceLocation: sourceLocation)
    }

    private static let serviceFiles = [
        "agencies": """
        code,title,effective_on
        A-1,First agency,1390/01/01
        A-2,سازمان دوم,1390/01/01

        """,
        "services": """
        code,title,agency_code,parent_code,for_citizens,is_sovereign,is_delegable,information_counter,request_c\
        ounter,production_counter,delivery_counter,request_channels,mode,request_url,effective_on
        1001,First service,A-1,,yes,no,yes,yes,yes,yes,yes,portal,remote,https://services.example/1001,1390/01/\
        01
        1002,Second service,A-1,,yes,no,yes,yes,yes,yes,yes,,,,1390/01/01
        1003,Third service,A-1,1002,no,no,yes,yes,yes,no,yes,,,,1390/01/01
        1004,خدمت چهارم,A-2,,no,yes,no,no,no,no,no,,,,1390/01/01

        """,
        "mou_targets": """
        agency_code,sub_indicator,year,first_year,target
        A-1,1/8,1400,,4

        """,
        "delegations": """
        service_code,mou_number,mou_on,valid_from,withdrawn_on,area,places,confirmed_on
        1001,M-1,1398/01/01,1398/02/01,,country,,1398/03/01
        1002,M-2,1398/01/01,1398/02/01,,provinces,گیلان,1398/03/01
        1003,M-2,1398/01/01,1398/02/01,,localities,گیلان/رشت/رشت|گیلان/لاهیجان/لاهیجان,1398/03/01
        1004,M-3,1398/01/01,1398/02/01,,localities,گیلان/رشت/رشت,1398/03/01

        """,
        "contracts": """
        office_code,service_code,registered_on,ended_on
        G-1,1001,1399/01/01,
        G-1,1002,1400/02/01,
        G-1,1003,1400/03/01,

        """,
    ]
}
