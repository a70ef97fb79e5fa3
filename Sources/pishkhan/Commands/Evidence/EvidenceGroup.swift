import ArgumentParser

struct EvidenceGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Evidence of offices: files that prove their values.",
        discussion: "مستندات دفترها: پرونده‌هایی که مقدارهای آن‌ها را ثابت می‌کند.",
        subcommands: [
            AddEvidence.self, ListEvidence.self, GetEvidence.self, AttachEvidence.self, MissingEvidenceList.self,
            EraseEvidence.self,
        ])
}
