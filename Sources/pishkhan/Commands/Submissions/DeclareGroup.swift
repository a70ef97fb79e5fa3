import ArgumentParser
import RankingRules

struct DeclareGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare",
        abstract: "Fills, checks, submits and withdraws the self-declaration of one office.",
        discussion: "خوداظهاری یک دفتر: پیش‌نویس، بررسی، ثبت و پس‌گرفتن. تا پیش از ثبت، هیچ چیز آن به حساب نمی‌آید.",
        subcommands: [
            ShowDeclaration.self, SetDraft.self, CheckDeclaration.self, SubmitDeclaration.self,
            WithdrawDeclaration.self, OfferValues.self,
        ],
        defaultSubcommand: ShowDeclaration.self)
}

/// The office and the half-year of a form.
struct FormOptions: ParsableArguments {
    @Argument(help: "Code of the office. کد دفتر.")
    var office: String

    @Argument(help: "Half-year, such as 1400-H1. دوره.")
    var period: HalfYear
}
