import Answers
import Hummingbird
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Violation cases of the committees with their steps, and the sanctions that come of them.
    var caseRoutes: [Route] {
        [
            reading("/v1/cases", cases),
            writing("/v1/cases", NewCase.self) { ranking, write in
                let report = write.body
                let id = try await ranking.openCase(
                    office: report.office, number: report.number, kind: report.kind,
                    on: try report.day ?? write.asked.today(), text: report.text)
                return .created("/v1/cases/\(id)", CaseAnswer.make(try await ranking.caseFile(id)))
            },
            reading("/v1/cases/{number}") { asked in
                try asked.query.finish()
                return CaseAnswer.make(try await asked.ranking.caseFile(try asked.context.number("number")))
            },
            writing("/v1/cases/{number}/steps", NextStep.self) { ranking, write in
                let id = try write.context.number("number")
                try await ranking.takeCaseStep(write.body.step(on: try write.asked.today()), in: id)
                return .created("/v1/cases/\(id)", CaseAnswer.make(try await ranking.caseFile(id)))
            },
            writing("/v1/decisions", RecordedDecision.self) { ranking, write in
                let decision = write.body
                let id = try await ranking.recordDecision(
                    office: decision.office, number: decision.number, kind: decision.kind, on: decision.day,
                    text: decision.text, sanction: decision.sanction)
                return .created("/v1/cases/\(id)", CaseAnswer.make(try await ranking.caseFile(id)))
            },
            reading("/v1/sanctions", sanctions),
        ]
    }

    @Sendable
    private func cases(_ asked: inout AccountRequest) async throws -> Answer {
        let filter = CaseFilter(
            province: asked.query.text("province"), office: asked.query.text("office"), kind: asked.query.text("kind"),
            state: asked.query.choice("state"))
        let page = asked.query.page(CaseCursor.self)
        try asked.query.finish()
        return CaseAnswer.make(try await asked.ranking.cases(filter, limit: page.limit, after: page.after))
    }

    @Sendable
    private func sanctions(_ asked: inout AccountRequest) async throws -> Answer {
        let filter = SanctionFilter(
            province: asked.query.text("province"), office: asked.query.text("office"),
            kind: asked.query.choice("kind"), day: asked.query.day("day"))
        let page = asked.query.page(NumberCursor.self)
        try asked.query.finish()
        return SanctionAnswer.make(try await asked.ranking.sanctions(filter, limit: page.limit, after: page.after))
    }
}

private struct NewCase: WriteBody {
    let office: String
    let number: String
    let kind: String
    let text: String
    let day: Day?

    static let form = BodyForm(
        Self.init, Member.text("office"), Member.text("number"), Member.text("kind"), Member.text("text"),
        Member.day("day").optional)
}

private struct NextStep: WriteBody {
    let kind: CaseStep.Kind
    let text: String
    let day: Day?
    let answerUntil: Day?
    let endsSanctions: Bool
    let sanction: SanctionTerms?

    static let form = BodyForm(
        Self.init, Member.word("step", CaseStep.Kind.self), Member.text("text"), Member.day("day").optional,
        Member.day("answer_until").optional, Member.flag("ends_sanctions").or(false), sanctionTerms)

    func step(on today: Day) -> NewCaseStep {
        NewCaseStep(
            kind, on: day ?? today, text: text, answerUntil: answerUntil, endsSanctions: endsSanctions,
            sanction: sanction)
    }
}

private struct RecordedDecision: WriteBody {
    let office: String
    let number: String
    let kind: String
    let day: Day
    let text: String
    let sanction: SanctionTerms?

    static let form = BodyForm(
        Self.init, Member.text("office"), Member.text("number"), Member.text("kind"), Member.day("day"),
        Member.text("text"), sanctionTerms)
}

/// The kind of a sanction with its days; nil without a kind.
private let sanctionTerms = BodyField<SanctionTerms?>(
    ["sanction", "holds_from", "holds_until"].map { MemberName(name: $0, isRequired: false) }
) { reader in
    let kind = Member.word("sanction", Sanction.Kind.self).optional.read(reader)
    let from = Member.day("holds_from").optional.read(reader)
    let until = Member.day("holds_until").optional.read(reader)
    guard let kind, let from, let until else { return nil }
    guard let kind else {
        if from != nil { reader.note(.wrong("holds_from", daysAreOfASanction)) }
        if until != nil { reader.note(.wrong("holds_until", daysAreOfASanction)) }
        return .some(nil)
    }
    return SanctionTerms(kind, from: from, until: until)
}

private let daysAreOfASanction = LocalizedText(persian: "فقط همراه با جزا", english: "given only with a sanction")
