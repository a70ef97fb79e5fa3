import ArgumentParser

struct AppealGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appeal",
        abstract: "Appeals of offices against their results: filed, withdrawn, listed, decided.",
        discussion: "اعتراض دفترها به نتیجهٔ خود در روزهای پیش‌نمایش: ثبت، پس‌گرفتن، فهرست، رأی و آمار.",
        subcommands: [
            FileAppeal.self, WithdrawAppeal.self, ListAppeals.self, ShowAppeal.self, DecideAppeal.self,
            SettleAppeals.self, ShowAppealLedger.self,
        ],
        defaultSubcommand: ListAppeals.self)
}
