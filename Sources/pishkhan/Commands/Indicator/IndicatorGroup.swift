import ArgumentParser

struct IndicatorGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicator",
        abstract: "Scores an agency's use of the counter offices; checks and adopts its rules; publishes its sheet.",
        discussion: """
            نماگر «استفاده از دفاتر پیشخوان»: امتیاز دستگاه، قواعد نماگر و برگهٔ منتشرشده.
            pishkhan indicator AGENCY YEAR is short for pishkhan indicator score AGENCY YEAR.
            """,
        subcommands: [
            ScoreIndicator.self, PublishIndicator.self, PublishedSheet.self, CheckIndicator.self, AdoptIndicator.self,
            ShowIndicator.self,
        ],
        defaultSubcommand: ScoreIndicator.self)
}
