import ArgumentParser

struct CaseGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "Keeps violation cases: their steps, decisions and sanctions.",
        discussion: "پرونده‌های تخلف: گزارش، ابلاغ، پاسخ، رسیدگی، رأی، اعتراض و جزا.",
        subcommands: [ListCases.self, ShowCase.self, OpenCase.self, TakeCaseStep.self, RecordDecision.self],
        defaultSubcommand: ListCases.self)
}

struct SanctionGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sanction",
        abstract: "Lists the sanctions that decisions have imposed on offices.",
        discussion: "جزاهای دفترها: تذکر، تعلیق و لغو پروانه، با روزهای آن.",
        subcommands: [ListSanctions.self],
        defaultSubcommand: ListSanctions.self)
}
