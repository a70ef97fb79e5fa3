import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ContractGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: "Registers and ends contracts of offices for services.",
        discussion: "ثبت و پایان قرارداد دفتر و خدمت، در سقف رتبه.",
        subcommands: [RegisterContract.self, EndContract.self])
}

struct RegisterContract: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Registers that an office offers a service, within its ceiling.",
        discussion: "ثبت ارائهٔ خدمت در دفتر؛ بیش از سقف پذیرفته نمی‌شود.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Code of the service. کد خدمت.")
    var service: String

    @Option(help: "First Jalali day on which it holds; default today. از روز.")
    var day: Day?

    @Option(help: "City or village of the service; default the licensed locality. شهر یا روستا.")
    var locality: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let day = try day ?? environment.today()
        let services = try await database.withRanking(environment) { ranking in
            try await ranking.registerContract(
                office: office, service: Digits.latin(service), on: day, in: locality)
            return try await ranking.services(ofOffice: office, on: day)
        }
        output.write(DistributionAnswer.make(services, day), environment)
    }
}

struct EndContract: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Ends a contract of an office for a service.",
        discussion: "پایان ارائهٔ خدمت در دفتر.")

    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Code of the service. کد خدمت.")
    var service: String

    @Option(help: "First Jalali day without it; default today. از روز.")
    var day: Day?

    @Option(help: "Reason, for the record. دلیل.")
    var reason: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let day = try day ?? environment.today()
        let services = try await database.withRanking(environment) { ranking in
            try await ranking.endContract(office: office, service: Digits.latin(service), on: day, reason: reason)
            return try await ranking.services(ofOffice: office, on: day)
        }
        output.write(DistributionAnswer.make(services, day), environment)
    }
}
