import Answers
import ArgumentParser
import OfficeRanking
import RankingRules

struct Distribution: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Says which offices may take a service, what an office may offer, where an agency's services are.",
        discussion: """
            توزیع خدمات بر پایهٔ رتبه: دفترهای دارای ظرفیت برای یک خدمت، ظرفیت یک دفتر، یا پوشش خدمات یک دستگاه.
            Give a service with a place, or --office, or --agency.
            """)

    @Argument(help: "Code of the service to be distributed. کد خدمت.")
    var service: String?

    @Option(help: "What this office may offer and does. کد دفتر.")
    var office: String?

    @Option(help: "Where this agency's services are offered and could be. کد دستگاه.")
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

    @Option(help: "Jalali day; today unless given. روز.")
    var day: Day?

    @Option(help: "Most offices on a page, 1 to 10000. شمار در هر صفحه.")
    var limit = 50

    @Option(help: "Cursor that the page before named. ادامهٔ فهرست.")
    var after: PageCursor?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard [service, office, agency].count(where: { $0 != nil }) == 1 else {
            throw ValidationError("Give one of: a service, --office, --agency.")
        }
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000.") }
    }

    func run(in surroundings: Surroundings) async throws {
        let day = try day ?? surroundings.today()
        let answer = try await database.withRanking(surroundings) { ranking in
            if let office {
                return DistributionAnswer.make(try await ranking.services(ofOffice: office, on: day), day)
            }
            if let agency {
                return DistributionAnswer.make(try await ranking.distribution(ofAgency: agency, on: day), agency, day)
            }
            let code = Digits.latin(service ?? "")
            let page = try await ranking.officesWithRoom(for: code, on: day, filter, limit: limit, after: after)
            return DistributionAnswer.make(page, code, day)
        }
        output.write(answer, surroundings)
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
