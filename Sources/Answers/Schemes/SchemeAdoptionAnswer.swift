package import OfficeRanking
package import RankingRules
package import Tables
import Wording

/// A proposed scheme as an answer: what changes, whom it moves, and who must confirm it.
package enum SchemeAdoptionAnswer {
    package static func make(_ proposal: SchemeProposal) -> Answer {
        let scheme = proposal.adopted.scheme
        var answer = SchemeAnswer.one(scheme, hash: proposal.adopted.hash, title(proposal))
        answer.facts += [
            AnswerFact(.state, .word(Words.ofScheme(isConfirmed: proposal.isConfirmed))),
            AnswerFact(.schemeBefore, .optional(proposal.difference?.from.description)),
            AnswerFact(.mostMoved, .optional(proposal.mostMoved?.rawValue)),
        ]
        answer.facts += SchemeSimulationAnswer.facts(proposal.simulation)
        answer.tables = [SchemeDifferenceAnswer.table(proposal.difference?.changes ?? [])]
        answer.tables += SchemeSimulationAnswer.tables(proposal.simulation, of: scheme)
        if !proposal.isConfirmed { answer.notes = notes(proposal) }
        return answer
    }

    package static func confirmed(_ entry: SchemeEntry) -> Answer {
        let title = LocalizedText(
            persian: "دو نفر این شیوه‌نامه را پذیرفته‌اند.", english: "Two persons have adopted the scheme.")
        return Answer(
            title, isSample: entry.isSample,
            facts: [
                AnswerFact(.code, .text(entry.code)), AnswerFact(.version, .integer(entry.version)),
                AnswerFact(.title, .localized(LocalizedText(persian: entry.title, english: entry.titleEnglish))),
                AnswerFact(.state, .word(Words.ofScheme(isConfirmed: entry.isConfirmed))),
                AnswerFact(.mostMoved, .optional(entry.exceeded)),
                AnswerFact(.overruleOfBound, .optional(entry.overrule)),
                AnswerFact(.schemeHash, .text(entry.hash)),
            ])
    }

    private static func title(_ proposal: SchemeProposal) -> LocalizedText {
        proposal.isConfirmed
            ? LocalizedText(persian: "شیوه‌نامه از پیش پذیرفته شده است.", english: "The scheme is already adopted.")
            : LocalizedText(
                persian: "شیوه‌نامه پیشنهاد شد؛ همکار دیگری باید آن را تأیید کند.",
                english: "The scheme is proposed. Another person must confirm it.")
    }

    private static func notes(_ proposal: SchemeProposal) -> [LocalizedText] {
        let name = "\(proposal.adopted.scheme.code)@\(proposal.adopted.scheme.version)"
        let command = "pishkhan scheme confirm \(name)" + (proposal.movesTooMany ? " --overrule REASON" : "")
        let confirm = LocalizedText(
            persian: "نفر دومی از ستاد با حساب خود تأیید می‌کند: " + TextDirection.isolated(command, in: .persian),
            english: "A second person of the headquarters confirms it with an own account: \(command)")
        guard proposal.movesTooMany else { return [confirm] }
        let bound = LocalizedText(
            persian: "جابه‌جایی از سقف شیوه‌نامهٔ کنونی بیشتر است؛ تأیید آن دلیل می‌خواهد.",
            english: "More offices move than the scheme in use allows. The confirmation needs a reason.")
        return [bound, confirm]
    }
}

/// What changes from one scheme to another, as an answer.
package enum SchemeDifferenceAnswer {
    package static func make(_ difference: SchemeDifference) -> Answer {
        let title =
            difference.changes.isEmpty
            ? LocalizedText(persian: "این دو شیوه‌نامه تفاوتی ندارند.", english: "The two schemes do not differ.")
            : LocalizedText(persian: "تفاوت دو شیوه‌نامه", english: "Difference between two schemes")
        return Answer(
            title,
            facts: [
                AnswerFact(.schemeBefore, .text(difference.from.description)),
                AnswerFact(.scheme, .text(difference.to.description)),
            ],
            tables: [table(difference.changes)])
    }

    static func table(_ changes: [SchemeDifference.Change]) -> AnswerTable {
        let columns = [
            AnswerColumn(.part, for: .programs), AnswerColumn(.partCode, for: .programs),
            AnswerColumn(.change, for: .programs), AnswerColumn(.sentence),
        ]
        let rows: [[Cell]] = changes.map { change in
            let text = DifferenceText(change)
            return [
                .word(Words.of(change.part.kind)), .text(change.part.code), .text(text.code), .localized(text.text),
            ]
        }
        return AnswerTable(.changesOfScheme, columns, rows: rows, for: .peopleWithRows)
    }
}

/// The effect of a scheme on a publication, as an answer.
package enum SchemeSimulationAnswer {
    /// - Parameter page: offices that move; nil if they are not asked for.
    package static func make(
        _ simulation: SchemeSimulation?, of scheme: Scheme, _ page: Page<SimulatedMove, String>? = nil
    ) -> Answer {
        let title =
            simulation == nil
            ? LocalizedText(
                persian: "هنوز نتیجه‌ای منتشر نشده است که اثر شیوه‌نامه بر آن سنجیده شود.",
                english: "Nothing is published yet on which the scheme could be simulated.")
            : LocalizedText(
                persian: "اثر شیوه‌نامه بر آخرین دورهٔ منتشرشده", english: "The effect of the scheme on what is published"
            )
        var answer = Answer(
            title, isSample: scheme.isSample,
            facts: [AnswerFact(.scheme, .text("\(scheme.code)@\(scheme.version)"))] + facts(simulation),
            tables: tables(simulation, of: scheme))
        if let page {
            answer.facts.append(AnswerFact(.next, .optional(page.next), isShown: false))
            answer.tables.append(offices(page.items))
            answer.tellMore(after: page.next)
        }
        return answer
    }

    static func facts(_ simulation: SchemeSimulation?) -> [AnswerFact] {
        [
            AnswerFact(.simulatedPeriod, simulation.map { Cell.halfYear($0.halfYear) } ?? .empty),
            AnswerFact(.publicationNumber, .optional(simulation?.number)),
            AnswerFact(.offices, .optional(simulation?.counts.offices)),
            AnswerFact(.rankedOffices, .optional(simulation?.counts.ranked)),
            AnswerFact(.moved, moved(simulation?.counts)),
            AnswerFact(.entered, .optional(simulation?.counts.entered)),
            AnswerFact(.missingCriteria, .optional(simulation?.missing.count)),
            AnswerFact(.simulationDigest, .optional(simulation?.digest)),
        ]
    }

    private static func moved(_ counts: SchemeSimulation.Counts?) -> Cell {
        guard let counts else { return .empty }
        return .integer(counts.moved)
    }

    static func tables(_ simulation: SchemeSimulation?, of scheme: Scheme) -> [AnswerTable] {
        [moves(simulation?.moves ?? []), lines(simulation?.lines ?? [], of: scheme)]
    }

    private static func moves(_ moves: [SchemeSimulation.MoveCount]) -> AnswerTable {
        let columns = [
            AnswerColumn(.province), AnswerColumn(.kindOfOffice), AnswerColumn(.rankBefore, .number),
            AnswerColumn(.rankAfterwards, .number), AnswerColumn(.offices, .number),
        ]
        let rows: [[Cell]] = moves.map { move in
            [
                .text(move.province), .word(Words.of(move.kind)), .optional(move.before), .optional(move.after),
                .integer(move.offices),
            ]
        }
        return AnswerTable(.movesOfSimulation, columns, rows: rows, for: .peopleWithRows)
    }

    private static func lines(_ lines: [SchemeSimulation.LineDifference], of scheme: Scheme) -> AnswerTable {
        let columns = [
            AnswerColumn(.codeOfCriterion), AnswerColumn(.offices, .number), AnswerColumn(.gained, .number),
            AnswerColumn(.lost, .number),
        ]
        let titles = Dictionary(uniqueKeysWithValues: scheme.criteria.map { ($0.code, $0.title) })
        let rows: [[Cell]] = lines.map { line in
            let name = line.criterion.map { code in titles[code].map { Cell.word(code, $0) } ?? .text(code) }
            return [
                name ?? .word(Words.penalties), .integer(line.offices), .points(line.gained), .points(line.lost),
            ]
        }
        return AnswerTable(.linesOfMoves, columns, rows: rows, for: .peopleWithRows)
    }

    private static func offices(_ moves: [SimulatedMove]) -> AnswerTable {
        let columns = [
            AnswerColumn(.officeCode), AnswerColumn(.province), AnswerColumn(.kindOfOffice),
            AnswerColumn(.rankBefore, .number), AnswerColumn(.rankAfterwards, .number),
            AnswerColumn(.totalBefore, .number), AnswerColumn(.totalAfter, .number),
        ]
        let rows: [[Cell]] = moves.map { move in
            [
                .text(move.office), .text(move.province), .word(Words.of(move.kind)), .optional(move.rankBefore),
                .optional(move.rankAfter), .optional(move.totalBefore), .optional(move.totalAfter),
            ]
        }
        return AnswerTable(.officesOfMoves, columns, rows: rows)
    }
}
