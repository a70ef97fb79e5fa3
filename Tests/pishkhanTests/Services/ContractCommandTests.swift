import Testing

@Suite("The command contract")
struct ContractCommandTests {
    @Test("a contract is registered within the ceiling and ended; beyond it and twice it is refused")
    func contract() async throws {
        try await Desk.withServices { desk in
            try await desk.expectOutput(
                0, ["contract", "register", "G-2", "1001"],
                """
                Services of office G-2
                Day: 1404-01-01
                Province: \u{2067}گیلان\u{2069}
                Locality: \u{2067}رشت\u{2069}
                State: active
                Share (%): 30
                Available: 4
                Ceiling: 1
                Used: 1
                Free: 0
                Ceiling at rank 1: 4

                Service │ Title          │ Agency │ Available │ Offered since
                ────────┼────────────────┼────────┼───────────┼──────────────
                1001    │ First service  │ A-1    │ yes       │ 1404-01-01
                1002    │ Second service │ A-1    │ yes       │ –
                1003    │ Third service  │ A-1    │ yes       │ –
                1004    │ \u{2067}خدمت چهارم\u{2069}     │ A-2    │ yes       │ –

                """)
            try await desk.expectOutput(
                65, ["contract", "register", "G-2", "1002"],
                """
                pishkhan: The office has reached its service ceiling (1/1).

                """)
            try await desk.expectOutput(
                65, ["contract", "register", "G-2", "1001", "--format", "json"],
                """
                {
                  "error": {
                    "code": "service_offered_already",
                    "message": "The office already offers service 1001.",
                    "exit_status": 65
                  }
                }

                """)
            try await desk.expectOutput(
                0, ["contract", "end", "G-2", "1001", "--reason", "moved"],
                """
                Services of office G-2
                Day: 1404-01-01
                Province: \u{2067}گیلان\u{2069}
                Locality: \u{2067}رشت\u{2069}
                State: active
                Share (%): 30
                Available: 4
                Ceiling: 1
                Used: 0
                Free: 1
                Ceiling at rank 1: 4

                Service │ Title          │ Agency │ Available │ Offered since
                ────────┼────────────────┼────────┼───────────┼──────────────
                1001    │ First service  │ A-1    │ yes       │ –
                1002    │ Second service │ A-1    │ yes       │ –
                1003    │ Third service  │ A-1    │ yes       │ –
                1004    │ \u{2067}خدمت چهارم\u{2069}     │ A-2    │ yes       │ –

                """)
            try await desk.expectOutput(
                66, ["contract", "end", "G-2", "1001"],
                """
                pishkhan: There is no such contract in force: G-2 – 1001.

                """)
        }
    }
}
