import ArgumentParser

struct PeriodGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "period",
        abstract: "Plans, dates, opens, closes and shows the half-years.",
        discussion: "دوره‌های ارزیابی شش‌ماهه: برنامه‌ریزی، گشودن، بستن، بازگشایی و فهرست.",
        subcommands: [
            PlanPeriod.self, DatePeriod.self, OpenPeriod.self, ClosePeriod.self, ReopenPeriod.self,
            PreviewPeriod.self, ShowPeriod.self, ListPeriods.self, ShowObstacles.self, OverruleObstacle.self,
            ConfirmOverrule.self, ListWindows.self,
            SetWindow.self, ListReleases.self, ReleaseOffices.self, EndRelease.self,
        ],
        defaultSubcommand: ShowPeriod.self)
}
