import Crypto
import Foundation
import Testing

@Suite("The command indicator")
struct IndicatorCommandTests {
    @Test("indicator rules are checked without a database, and every fault is reported by line")
    func check() async throws {
        try await Desk.with { desk in
            let text = try shippedRules()
            try desk.write("rules.yaml", text)
            let sound = try await desk.setting("DATABASE_URL", nil).run("indicator", "check", "rules.yaml")
            #expect(sound.status == 0 && sound.output.contains("Choices: ours"))
            let bad = text.replacing("item: 1/8", with: "item: 8").replacing("cap: 100", with: "cap: 0")
            try desk.write("bad.yaml", bad)
            let faulty = try await desk.run("indicator", "check", "bad.yaml")
            #expect(faulty.status == 65)
            let (item, cap) = (line(of: "item: 8", in: bad), line(of: "cap: 0", in: bad))
            #expect(
                faulty.errors == """
                    bad.yaml:\(item):9: "8" is not a sub-indicator; write it as 1/8
                    bad.yaml:\(cap):6: the number must lie within 1…100
                    pishkhan: The rules have 2 faults.

                    """)
            try await desk.expect(0, "indicator", "adopt", "rules.yaml")
            try desk.write("changed.yaml", text.replacing("cap: 100", with: "cap: 90"))
            try await desk.expect(65, "indicator", "adopt", "changed.yaml")
            let shown = try await desk.run("indicator", "rules", "1400")
            #expect(shown.output == text)
        }
    }

    @Test("an indicator has one digest in JSON, CSV and canonical bytes, and other points under other rules")
    func forms() async throws {
        try await Desk.with { desk in
            try await desk.takeServices()
            let json = try JSON(try await desk.run("indicator", "A1", "1400", "--format", "json").output)
            #expect(try json["numerator"].number == 2 && json["points"].number == 3_333)
            let digest = try #require(try json["digest"].text)
            let bytes = try await desk.run("indicator", "score", "A1", "1400", "--format", "canonical").output
            #expect(sha256(bytes) == digest)
            let csv = try await desk.run("indicator", "A1", "1400", "--format", "csv").output.split(separator: "\r\n")
            #expect(csv.count == 5 && csv[0].hasSuffix(",agency,year,cut_off,digest"))
            #expect(csv.dropFirst().allSatisfy { $0.hasSuffix(",A1,1400,1400-12-29,\(digest)") })
            let lines = try await desk.run("indicator", "A1", "1400", "--lineage", "--format", "csv").output
            #expect(lines.hasPrefix("service,title,counts") && lines.contains("1003,خدمت 1003,false,,no_delegation"))
            let rules = try shippedRules().replacing("cap: 100", with: "cap: 50")
            try desk.write("half.yaml", rules)
            let half = try await desk.run("indicator", "A1", "1400", "--rules", "half.yaml", "--format", "json").output
            #expect(try JSON(half)["points"].number == 2_500)
            try await desk.expect(66, "indicator", "A1", "1401")
            try await desk.expect(65, "indicator", "A1", "1401", "--rules", "half.yaml")
        }
    }

    @Test("a published sheet keeps its bytes and is read as a page in Persian")
    func published() async throws {
        try await Desk.with { desk in
            try await desk.takeServices()
            try await desk.expect(66, "indicator", "published", "A1", "1400")
            let made = try JSON(try await desk.run("indicator", "publish", "A1", "1400", "--format", "json").output)
            #expect(try made["number"].number == 1)
            let late = services(["1003"], "1391/01/01").replacing(",yes,yes,yes,yes,", with: ",no,yes,yes,yes,")
            try desk.write("late/services.csv", late)
            try await desk.expect(0, "import", "late")
            let digest = try #require(try made["digest"].text)
            let bytes = try await desk.run("indicator", "published", "A1", "1400", "--format", "canonical").output
            #expect(sha256(bytes) == digest)
            let page = try await desk.run("indicator", "published", "A1", "1400", "--format", "sheet").output
            let lines = page.split(separator: "\n")
            #expect(lines.allSatisfy { $0.hasPrefix("\u{2067}") && $0.hasSuffix("\u{2069}") })
            for part in [
                "برگهٔ نماگر «استفاده از دفاتر پیشخوان در ارائه خدمات»، سال ۱۴۰۰", "امتیاز: ۳٫۳۳۳ از ۵",
                "روز برش: ۱۴۰۰/۱۲/۲۹", "واگذار نشده", "مبنای قانونی: شیوه‌نامهٔ ارزیابی", "متن: رسمی؛ انتخاب‌ها: از ما",
                "اثر انگشت برگه: \(latin(digest))",
            ] {
                #expect(page.contains(part), "\(part)")
            }
        }
    }

    private func line(of text: String, in file: String) -> Int {
        1 + (file.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(text) } ?? -1)
    }

    private func sha256(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
    }
}

/// The file that is shipped and adopted by the migrations.
private func shippedRules() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "sql/seed/indicator-1400.yaml"), encoding: .utf8)
}

/// A file of delegable services with all four stages.
private func services(_ codes: [String], _ since: String) -> String {
    let header =
        "code,title,agency_code,is_sovereign,is_delegable,information_counter,request_counter,production_counter,"
        + "delivery_counter,effective_on\n"
    return header + codes.map { "\($0),خدمت \($0),A1,no,yes,yes,yes,yes,yes,\(since)\n" }.joined()
}

extension Desk {
    /// Agency A1 with three services, of which two are delegated, and a target of three.
    fileprivate func takeServices() async throws {
        try write("services/agencies.csv", "code,title,effective_on\nA1,سازمان یک,1390/01/01\n")
        try write("services/services.csv", services(["1001", "1002", "1003"], "1390/01/01"))
        try write(
            "services/mou_targets.csv", "agency_code,sub_indicator,year,first_year,target\nA1,1/8,1400,,3\n")
        let delegation = "M-1,1399/01/01,1399/01/01,1399/02/01\n"
        try write(
            "services/delegations.csv",
            "service_code,mou_number,mou_on,valid_from,confirmed_on\n1001,\(delegation)1002,\(delegation)")
        try await expect(0, "import", "services")
    }
}
