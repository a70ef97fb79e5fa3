import OfficeRanking
import Postgres
import TestDatabase

/// A table that can be written down in every way in which people send it.
struct WrittenTable: Sendable {
    var titles: [String]
    var rows: [[String]]

    /// As it stands after the header; cells hold no delimiter.
    init(_ text: String) {
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        (titles, rows) = (lines[0], Array(lines.dropFirst()))
    }

    func text(delimiter: String = ",", lineEnd: String = "\n", quoting: Bool = false) -> String {
        ([titles] + rows).map { cells in
            cells.map { quoting ? "\"\($0)\"" : $0 }.joined(separator: delimiter) + lineEnd
        }.joined()
    }

    var reversed: WrittenTable {
        var table = self
        table.titles.reverse()
        table.rows = rows.map { $0.reversed() }
        return table
    }

    func titled(_ persian: [String: String]) -> WrittenTable {
        var table = self
        table.titles = titles.map { persian[$0] ?? $0 }
        return table
    }

    /// Persian digits, Arabic letters, and spaces that nobody sees around every cell.
    var messy: WrittenTable {
        var table = self
        table.rows = rows.map { cells in
            cells.map { cell in
                let text = cell.unicodeScalars.map { scalar -> String in
                    switch scalar {
                    case "0"..."9": String(Unicode.Scalar(scalar.value + 0x6C0) ?? scalar)
                    case "ی": "ي"
                    case "ک": "ك"
                    default: String(scalar)
                    }
                }.joined()
                return text.isEmpty ? "" : "\u{00A0} \(text)\u{200C} "
            }
        }
        return table
    }
}

/// One sound file of each kind for the small scheme with an association, of offices G-1 and R-1.
enum SoundFiles {
    static let scheme = schemeWithAssociation.replacing(
        "        source: association", with: "        source: association\n        kinds: [urban]")

    static let texts = ofRanking.merging(ofServices) { $1 }

    private static let ofRanking: [ImportKind: String] = [
        .offices: """
        code,kind,province,county,locality,holder_national_id,holder_name,licence_number,licensed_on,state,staff_count
        G-1,urban,گیلان,رشت,رشت,\(legalID(1)),شرکت یکم کویر,پ-1,1395/01/01,active,4
        R-1,rural,گیلان,لاهیجان,کتشال,\(legalID(2)),تعاونی دوم,پ-2,1396/12/29,active,1

        """,
        .declarations: "office_code,staff\nG-1,7\nR-1,4\n",
        .associationScores: "office_code,cooperation\nG-1,3\n",
        .satisfactionScores: "office_code,mean,respondents,survey_mode\nG-1,4.25,120,sms\nR-1,3.5,9,\n",
        .violations: """
        office_code,decision_number,kind,decided_on,is_final
        G-1,R-1,overcharging,1400/02/01,yes
        R-1,R-2,document_tampering,1400/06/31,no

        """,
    ]

    static let persianTitles = titlesOfRanking.merging(titlesOfServices) { $1 }

    private static let titlesOfRanking: [ImportKind: [String: String]] = [
        .offices: [
            "code": "کد دفتر", "kind": "نوع دفتر", "province": "استان", "county": "شهرستان",
            "locality": "شهر یا روستا", "holder_national_id": "شناسه ملی دارنده پروانه",
            "holder_name": "نام دارنده پروانه", "licence_number": "شماره پروانه",
            "licensed_on": "تاریخ صدور پروانه", "state": "وضعیت پروانه", "staff_count": "تعداد کارکنان",
        ],
        .declarations: [
            "office_code": "كد دفتر", "staff": "تعداد کارکنان",
        ],
        .associationScores: ["office_code": "کد دفتر", "cooperation": "همکاری"],
        .satisfactionScores: [
            "office_code": "کد دفتر", "mean": "میانگین رضایت", "respondents": "تعداد پاسخ‌دهندگان",
            "survey_mode": "شیوه نظرسنجی",
        ],
        .violations: [
            "office_code": "شناسه دفتر", "decision_number": "شماره رأی", "kind": "نوع تخلف",
            "decided_on": "تاریخ رأی", "is_final": "قطعی",
        ],
    ]

    /// In the order in which a folder is taken.
    static var inOrder: [(ImportKind, String)] { inOrder(of: .ranking) }

    static func inOrder(of family: ImportKind.Family) -> [(ImportKind, String)] {
        ImportKind.allCases.filter { $0.family == family && $0.isExpected }.map { ($0, texts[$0] ?? "") }
    }
}

extension Fixture {
    /// An open period with the offices of the sound files, but no facts.
    func openWithSoundOffices() async throws {
        try await open(scheme: SoundFiles.scheme)
        try await take(.offices, SoundFiles.texts[.offices] ?? "")
    }

    /// The same, and for a file of services those that a folder has before it.
    func openWithSoundFiles(before kind: ImportKind) async throws {
        try await openWithSoundOffices()
        guard kind.family == .services else { return }
        for (earlier, text) in SoundFiles.inOrder(of: .services).prefix(while: { $0.0 != kind }) {
            try await take(earlier, text)
        }
    }

    /// How many rows every table has, and the head of the record: what a refused import leaves as it was.
    func fingerprint() async throws -> String {
        try await administrator { connection in
            try await connection.query(
                """
                select string_agg(c.oid::regclass || ' ' || (xpath('/row/c/text()', query_to_xml(
                           format('select count(*) as c from %s', c.oid::regclass), false, true, '')))[1]::text,
                           E'\\n' order by c.oid::regclass::text)
                    || E'\\n' || (select encode(hash, 'hex') from registry.act_head)
                from pg_class c
                where c.relnamespace in ('registry'::regnamespace, 'staging'::regnamespace) and c.relkind = 'r'
                """)[0].decode(String.self)
        }
    }
}

extension ImportKind {
    /// The files of a half-year, in the order in which they are taken.
    static let ofRanking = allCases.filter { $0.family == .ranking && $0.isExpected }
}
