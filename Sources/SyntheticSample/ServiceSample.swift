import Foundation

/// A synthetic register of 170 agencies and 1,662 services, the numbers of the ninth round of the regulator's
/// monitoring, with targets, delegations and a few contracts of the synthetic Gilan's offices.
///
/// Nothing in it is real: titles carry «(ساختگی)». The same program writes the same bytes every time.
public enum ServiceSample {
    public static let agencyCount = 170
    public static let serviceCount = 1_662

    /// Writes five files and a note that says what they are; returns their names in the order of an import.
    @discardableResult
    public static func write(to folder: String) throws -> [String] {
        let target = URL(filePath: folder, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        let services = (0..<serviceCount).map(SampleService.init)
        let files = [
            ("agencies.csv", SampleServiceFiles.agencies().text),
            ("services.csv", SampleServiceFiles.services(services).text),
            ("mou_targets.csv", SampleServiceFiles.targets(services).text),
            ("delegations.csv", SampleServiceFiles.delegations(services).text),
            ("contracts.csv", SampleServiceFiles.contracts(services).text), ("README.md", note),
        ]
        for (name, text) in files {
            try Data(text.utf8).write(to: target.appending(path: name), options: .atomic)
        }
        return files.map(\.0)
    }

    private static let note = """
        # ساختگی · SYNTHETIC

        دستگاه‌ها، خدمات، هدف‌ها، واگذاری‌ها و قراردادهای این پوشه ساختگی است؛ تنها تعداد آن‌ها (۱۷۰ و ۱۶۶۲) از دور نهم
        پایش خدمات الکترونیکی است.

        Agencies, services, targets, delegations and contracts in this folder are SYNTHETIC; only their numbers (170 and
        1,662) are those of the ninth round of the monitoring of electronic services. Contracts name offices of the
        synthetic Gilan; import that first.

        """
}

/// One invented service.
struct SampleService {
    let number: Int
    let agency: Int
    /// The service that this one is a part of.
    let parent: Int?
    let isSovereign: Bool
    let isDelegable: Bool
    /// Completed counter-office fields of the four stages.
    let counters: [Bool]
    /// Nil: never delegated.
    let delegation: Delegation?

    struct Delegation {
        /// A Jalali year from 1394 to 1400.
        let year: Int
        let isWithdrawn: Bool
        let isConfirmed: Bool
        let hasEvidence: Bool
        let area: Area
    }

    enum Area: Int {
        case country, provinces, localities
    }

    init(_ number: Int) {
        var random = SampleRandom(90, number)
        self.number = number
        agency = number % ServiceSample.agencyCount
        // Some services are parts of the agency's service before them.
        parent = number >= ServiceSample.agencyCount && random.isOne(in: 12) ? agency : nil
        isSovereign = parent == nil && random.isOne(in: 10)
        isDelegable = !isSovereign && !random.isOne(in: 6)
        let isComplete = !random.isOne(in: 4)
        counters = (0..<4).map { _ in isComplete || !random.isOne(in: 3) }
        delegation = isDelegable && random.isOne(in: 3) ? Delegation(&random) : nil
    }

    /// Ten digits, as the one public sample of a service code has.
    var code: String { Self.code(number) }

    static func code(_ number: Int) -> String { String(1_900_000_000 + number) }

    static func agencyCode(_ agency: Int) -> String { "SYN-A-" + String(1_000 + agency).dropFirst() }
}

extension SampleService.Delegation {
    fileprivate init(_ random: inout SampleRandom) {
        year = random.number(in: 1394...1400)
        isWithdrawn = random.isOne(in: 15)
        isConfirmed = !random.isOne(in: 8)
        hasEvidence = !random.isOne(in: 5)
        area =
            random.isOne(in: 5)
            ? .provinces : random.isOne(in: 8) ? .localities : .country
    }
}
