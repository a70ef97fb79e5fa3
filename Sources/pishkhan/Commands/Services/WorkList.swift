import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct WorkList: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "worklist",
        abstract: "Lists the services that offices above their ceiling hand over, in order.",
        discussion: "فهرست کار: دفترهای بالاتر از سقف و خدماتی که به ترتیب باید واگذار کنند. چیزی خودبه‌خود حذف نمی‌شود.")

    @Option(help: "Code of an office. کد دفتر.")
    var office: String?

    @Option(help: "Code of an agency. کد دستگاه.")
    var agency: String?

    @Option(help: "Code or name. استان.")
    var province: String?

    @Option(help: "Jalali day; today unless given. روز.")
    var day: Day?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in surroundings: Surroundings) async throws {
        let day = try day ?? surroundings.today()
        let items = try await database.withRanking(surroundings) { ranking in
            try await ranking.workList(on: day, office: office, agency: agency, province: province)
        }
        output.write(Self.answer(items, day), surroundings)
    }

    private static func answer(_ items: [WorkItem], _ day: Day) -> Answer {
        let title = LocalizedText(persian: "فهرست کار", english: "Work list")
        let columns = [
            AnswerColumn("office", "کد دفتر", "Office"), AnswerColumn("province", "استان", "Province"),
            AnswerColumn("locality", "شهر یا روستا", "Locality"), AnswerColumn("rank", "رتبه", "Rank", .number),
            AnswerColumn("state", "وضعیت", "State", for: .programs), AnswerColumn("ceiling", "سقف", "Ceiling", .number),
            AnswerColumn("used", "ارائه", "Used", .number), AnswerColumn("excess", "بیش از سقف", "Excess", .number),
            AnswerColumn("place", "نوبت", "Order", .number), AnswerColumn("service", "کد خدمت", "Service"),
            AnswerColumn("title", "عنوان", "Title"), AnswerColumn("agency", "دستگاه", "Agency"),
            AnswerColumn("registered_on", "از", "Since"), AnswerColumn("origin", "منشأ", "Origin", for: .programs),
            AnswerColumn("reason", "دلیل", "Reason"),
        ]
        let rows: [[Cell]] = items.map {
            [
                .text($0.office), .text($0.province), .text($0.locality), .optional($0.rank), Words.of($0.state),
                .integer($0.ceiling), .integer($0.used), .integer($0.excess), .integer($0.place), .text($0.service),
                .text($0.serviceTitle), .text($0.agency), .day($0.registeredOn), Words.of($0.origin),
                Words.of($0.reason),
            ]
        }
        return Answer(
            title,
            facts: [
                AnswerFact("day", "روز", "Day", .day(day)),
                AnswerFact("offices", "دفتر", "Offices", .integer(Set(items.map(\.office)).count)),
            ],
            tables: [AnswerTable("contracts", title.persian, title.english, columns, rows: rows)])
    }
}
