import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct Distribution: Subcommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Lists the offices that may take a service, the services of an office, or where an agency's are.",
        discussion: """
            توزیع خدمات بر پایهٔ رتبه: دفترهای دارای ظرفیت برای یک خدمت، ظرفیت یک دفتر، یا پوشش خدمات یک دستگاه.
            Give a service with a place, or --office, or --agency; --unserved lists where no office is able to offer it.
            """)

    @Argument(help: "Code of the service to be distributed. کد خدمت.")
    var service: String?

    @Option(help: "Code of an office: what it may offer and what it offers. کد دفتر.")
    var office: String?

    @Option(help: "Code of an agency: where its services are offered and could be. کد دستگاه.")
    var agency: String?

    @Option(help: "Code or name. استان.")
    var province: String?

    @Option(help: "Code or name. شهرستان.")
    var county: String?

    @Option(help: "Name of a city or village. شهر یا روستا.")
    var locality: String?

    @Option(help: "This rank or better. رتبه.")
    var rank: Int?

    @Flag(help: "Only ranks that were earned. فقط رتبهٔ کسب‌شده.")
    var earned = false

    @Flag(
        help: "Localities of the delegation where no office is able to offer it. جاهایی که هیچ دفتری توان ارائه ندارد.")
    var unserved = false

    @Option(help: "Jalali day; default today. روز.")
    var day: Day?

    @OptionGroup var page: PageOptions<String>

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard [service, office, agency].count(where: { $0 != nil }) == 1 else {
            throw ValidationError("Give one of: a service, --office, --agency.")
        }
        guard !unserved || office == nil else {
            throw ValidationError("--unserved is asked of a service or an agency.")
        }
        guard !unserved || county == nil && locality == nil else {
            throw ValidationError("--unserved is narrowed by --province, --rank and --earned.")
        }
        guard page.after == nil || isCursor else { throw ValidationError("--after is what the page before named.") }
    }

    func run(in environment: CommandEnvironment) async throws {
        let day = try day ?? environment.today()
        let answer = try await database.withRanking(environment) { ranking in
            try await self.answer(of: ranking, day)
        }
        output.write(answer, environment)
    }

    private func answer(of ranking: RankingDatabase, _ day: Day) async throws -> Answer {
        if let office {
            return DistributionAnswer.make(try await ranking.services(ofOffice: office, on: day), day)
        }
        let code = Digits.latin(service ?? "")
        if unserved {
            let question = agency.map(UnservedQuestion.agency) ?? .service(code)
            let found = try await ranking.unservedLocalities(
                of: question, on: day, filter, limit: page.limit, after: page.after.flatMap { UnservedCursor($0) })
            return UnservedAnswer.make(found, question, day)
        }
        if let agency {
            return DistributionAnswer.make(try await ranking.distribution(ofAgency: agency, on: day), agency, day)
        }
        let found = try await ranking.officesWithRoom(
            for: code, on: day, filter, limit: page.limit, after: page.after.flatMap { OfficeCursor($0) })
        return DistributionAnswer.make(found, code, day)
    }

    private var isCursor: Bool {
        let text = page.after ?? ""
        if unserved { return UnservedCursor(text) != nil }
        return OfficeCursor(text) != nil
    }

    private var filter: RoomFilter {
        var filter = RoomFilter()
        filter.province = province
        filter.county = county
        filter.locality = locality
        filter.rank = rank
        filter.isEarnedOnly = earned
        return filter
    }
}
