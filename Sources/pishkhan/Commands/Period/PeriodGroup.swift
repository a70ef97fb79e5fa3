import ArgumentParser

struct PeriodGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "period",
        abstract: "Plans, opens, closes and lists the half-years.",
        discussion: "دوره‌های ارزیابی شش‌ماهه: برنامه‌ریزی، گشودن، بستن، بازگشایی و فهرست.",
        subcommands: [PlanPeriod.self, OpenPeriod.self, ClosePeriod.self, ReopenPeriod.self, ListPeriods.self])
}
