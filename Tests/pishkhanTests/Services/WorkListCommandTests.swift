import Testing

@Suite("The commands worklist and hand-over")
struct WorkListCommandTests {
    @Test("worklist shows the reason, the cause and the due day of each contract, in pages")
    func workList() async throws {
        try await Desk.withServices { desk in
            try await desk.expectOutput(
                0, ["worklist"],
                """
                Work list
                Day: 1404-01-01
                Offices: 1
                Contracts: 2
                Order: newest contract first, then service code
                Legal basis: \u{2067}نمونه (SAMPLE): مهلت واگذاری منتشر نشده است.\u{2069}

                Office │ Province │ Locality │ Rank │ Ceiling │ Used │ Excess │ Order │ Service │ Title        \
                  │ Agency │ Reason            │ Cause                    │ Caused on  │ Due on
                ───────┼──────────┼──────────┼──────┼─────────┼──────┼────────┼───────┼─────────┼──────────────\
                ──┼────────┼───────────────────┼──────────────────────────┼────────────┼───────────
                G-1    │ \u{2067}گیلان\u{2069}    │ \u{2067}رشت\u{2069}      │    – │       1 │    3 │      2 │\
                     1 │ 1003    │ Third service  │ A-1    │ above the ceiling │ since the contract began │ 140\
                0-03-01 │ 1400-03-31
                G-1    │ \u{2067}گیلان\u{2069}    │ \u{2067}رشت\u{2069}      │    – │       1 │    3 │      2 │\
                     2 │ 1002    │ Second service │ A-1    │ above the ceiling │ since the contract began │ 140\
                0-03-01 │ 1400-03-31

                Terms that the headquarters has not set are a SAMPLE.

                """)
            try await desk.expectOutput(
                0, ["worklist", "--limit", "1", "--format", "json"],
                """
                {
                  "day": "1404-01-01",
                  "offices": 1,
                  "contracts_total": 2,
                  "order": "newest_contract_first",
                  "legal_basis": "نمونه (SAMPLE): مهلت واگذاری منتشر نشده است.",
                  "next": "01.1.G-1",
                  "contracts": [
                    {"office": "G-1", "province": "گیلان", "locality": "رشت", "rank": null, "state": "active", \
                "ceiling": 1, "used": 3, "excess": 2, "position": 1, "service": "1003", "title": "Third service", \
                "agency": "A-1", "registered_on": "1400-03-01", "origin": "found", "reason": "above_ceiling", "\
                cause": "contract", "cause_on": "1400-03-01", "due_on": "1400-03-31", "sample": true}
                  ]
                }

                """)
            try await desk.expectOutput(
                0, ["worklist", "--format", "csv", "--after", "01.1.G-1"],
                """
                office,province,locality,rank,state,ceiling,used,excess,position,service,title,agency,registered_o\
                n,origin,reason,cause,cause_on,due_on,sample
                G-1,گیلان,رشت,,active,1,3,2,2,1002,Second service,A-1,1400-02-01,found,above_ceiling,contract,1\
                400-03-01,1400-03-31,true

                """)
            try await desk.expect(64, "worklist", "--after", "x")
            try await desk.expect(64, "worklist", "--limit", "0")
            try await desk.expect(66, "worklist", "--agency", "A-9")
            try await desk.expect(66, "worklist", "--office", "G-9")
            try await desk.expect(66, "worklist", "--province", "ناکجا")
        }
    }

    @Test("hand-over set keeps its legal basis, which a Persian work list names")
    func policy() async throws {
        try await Desk.withServices { desk in
            try await desk.expectOutput(
                0, ["hand-over", "list"],
                """
                Hand-over policy

                From       │ Order                                    │ Rank (days) │ Suspension (days) │ Closu\
                re (days) │ Withdrawal (days) │ Other (days) │ Legal basis                                  │ S\
                ample
                ───────────┼──────────────────────────────────────────┼─────────────┼───────────────────┼──────\
                ──────────┼───────────────────┼──────────────┼──────────────────────────────────────────────┼──\
                ─────
                1200-01-01 │ newest contract first, then service code │          30 │                30 │      \
                       30 │                30 │           30 │ \u{2067}نمونه (SAMPLE): مهلت واگذاری منتشر نشده \
                است.\u{2069} │ yes

                """)
            try await desk.expectOutput(
                0,
                [
                    "hand-over", "set", "--from", "1403-07-01", "--rank-change", "20", "--suspension", "7", "--closure",
                    "9", "--withdrawal", "60", "--other", "11", "--legal-basis", "circular 1",
                ],
                """
                Hand-over policy

                From       │ Order                                    │ Rank (days) │ Suspension (days) │ Closu\
                re (days) │ Withdrawal (days) │ Other (days) │ Legal basis                                  │ S\
                ample
                ───────────┼──────────────────────────────────────────┼─────────────┼───────────────────┼──────\
                ──────────┼───────────────────┼──────────────┼──────────────────────────────────────────────┼──\
                ─────
                1200-01-01 │ newest contract first, then service code │          30 │                30 │      \
                       30 │                30 │           30 │ \u{2067}نمونه (SAMPLE): مهلت واگذاری منتشر نشده \
                است.\u{2069} │ yes
                1403-07-01 │ newest contract first, then service code │          20 │                 7 │      \
                        9 │                60 │           11 │ circular 1                                   │ no

                """)
            try await desk.expectOutput(
                0, ["worklist", "--lang", "fa"],
                """
                \u{2067}فهرست کار\u{2069}
                \u{2067}روز: ۱۴۰۴/۰۱/۰۱\u{2069}
                \u{2067}تعداد دفاتر: ۱\u{2069}
                \u{2067}قرارداد: ۲\u{2069}
                \u{2067}ترتیب واگذاری: نخست تازه‌ترین قرارداد، سپس کد خدمت\u{2069}
                \u{2067}مبنای قانونی: \u{2066}circular 1\u{2069}\u{2069}

                \u{2067}کد دفتر │ استان │ شهر یا روستا │ رتبه │ سقف │ ارائه │ بیش از سقف │ نوبت │ کد خدمت │ عنو\
                ان          │ دستگاه │ دلیل       │ علت             │ روز علت    │ مهلت      \u{2069}
                \u{2067}────────┼───────┼──────────────┼──────┼─────┼───────┼────────────┼──────┼─────────┼────\
                ────────────┼────────┼────────────┼─────────────────┼────────────┼───────────\u{2069}
                \u{2067}\u{2066}G-1\u{2069}     │ گیلان │ رشت          │ –    │ ۱   │ ۳     │ ۲          │ ۱   \
                 │ 1003    │ \u{2066}Third service\u{2069}  │ \u{2066}A-1\u{2069}    │ بیش از سقف │ از آغاز قرا\
                رداد │ ۱۴۰۰/۰۳/۰۱ │ ۱۴۰۰/۰۳/۳۱\u{2069}
                \u{2067}\u{2066}G-1\u{2069}     │ گیلان │ رشت          │ –    │ ۱   │ ۳     │ ۲          │ ۲   \
                 │ 1002    │ \u{2066}Second service\u{2069} │ \u{2066}A-1\u{2069}    │ بیش از سقف │ از آغاز قرا\
                رداد │ ۱۴۰۰/۰۳/۰۱ │ ۱۴۰۰/۰۳/۳۱\u{2069}

                \u{2067}مهلت‌هایی که ستاد تعیین نکرده «نمونه» (SAMPLE) است.\u{2069}

                """)
            try await desk.expect(
                64, "hand-over", "set", "--from", "1403-07-01", "--rank-change", "2000", "--suspension", "7",
                "--closure", "9", "--withdrawal", "60", "--other", "11", "--legal-basis", "x")
            try await desk.expect(64, "hand-over", "set", "--from", "1403-07-01")
        }
    }
}
