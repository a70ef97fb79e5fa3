import Answers
import ArgumentParser
import OfficeRanking
import RankingRules
import Tables

struct ShowDeclaration: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Shows the declaration of an office: each item, who submitted it and when, the verdict and the draft.",
        discussion: "خوداظهاری دفتر، شاخص به شاخص: مقدار، ثبت‌کننده و زمان، نظر بازبین و پیش‌نویس.")

    @OptionGroup var form: FormOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let found = try await database.withRanking(environment) {
            try await $0.declaration(of: form.office, in: form.period)
        }
        output.write(FormAnswer.make(found), environment)
    }
}

struct CheckDeclaration: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks the draft as a submission would be; ends with 65 if a value is missing or wrong.",
        discussion: "پیش‌نویس را چنان بررسی می‌کند که گویی ثبت می‌شود.")

    @OptionGroup var form: FormOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let found = try await database.withRanking(environment) {
            try await $0.declaration(of: form.office, in: form.period)
        }
        output.write(FormAnswer.make(found), environment)
        guard found.faults.isEmpty else {
            throw CommandFailure(RankingError.invalid(found.faults.map(\.sentence)))
        }
        guard found.missing.isEmpty else {
            let codes = found.missing.map(\.code).joined(separator: ", ")
            throw CommandFailure(RankingError.declarationIncomplete(missing: codes))
        }
    }
}

struct OfferValues: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "offers",
        abstract: "Shows what counted in the office's last half-year, and what the register holds. Nothing is stored.",
        discussion: "مقدارهای آخرین دوره و مشخصات ثبت‌شده، برای پیشنهاد؛ هیچ‌یک خودبه‌خود ثبت نمی‌شود.")

    @OptionGroup var form: FormOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run(in environment: CommandEnvironment) async throws {
        let offers = try await database.withRanking(environment) {
            try await $0.offeredValues(to: form.office, in: form.period)
        }
        output.write(OffersAnswer.make(offers, to: form.office, in: form.period), environment)
    }
}
