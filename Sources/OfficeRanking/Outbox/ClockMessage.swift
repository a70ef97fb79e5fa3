import Foundation
import Postgres
import RankingRules

/// A message of the clock to the operator, before it is stored in the outbox.
enum ClockMessage {
    case stepTaken(ScheduledStep)
    case stepFailed(ScheduledStep, code: String, LocalizedText)
    case closingSoon(ClosingReminder)

    var kind: String {
        switch self {
        case .stepTaken: "step_taken"
        case .stepFailed: "step_failed"
        case .closingSoon: "closing_soon"
        }
    }

    var halfYear: HalfYear {
        switch self {
        case .stepTaken(let step), .stepFailed(let step, _, _): step.halfYear
        case .closingSoon(let reminder): reminder.halfYear
        }
    }

    /// `{"period", "step", "due_on", "code", "days_before", "text": {"fa", "en"}}`; days are Jalali.
    var payload: String {
        var members: [(String, JSONValue)] = [("period", .string(halfYear.description))]
        switch self {
        case .stepTaken(let step): members += Self.members(of: step)
        case .stepFailed(let step, let code, _): members += Self.members(of: step) + [("code", .string(code))]
        case .closingSoon(let reminder):
            members += [
                ("step", .string("closes")), ("due_on", .string(reminder.closesOn.jalali)),
                ("days_before", .integer(Int64(reminder.daysBefore))),
            ]
        }
        members.append(("text", .object([("fa", .string(text.persian)), ("en", .string(text.english))])))
        return JSONValue.object(members).line
    }

    private static func members(of step: ScheduledStep) -> [(String, JSONValue)] {
        [("step", .string(step.step.rawValue)), ("due_on", step.dueOn.map { .string($0.jalali) } ?? .null)]
    }

    private var text: LocalizedText {
        switch self {
        case .stepTaken(let step): step.step.doneText(step.halfYear)
        case .stepFailed(let step, _, let reason): step.step.failedText(step.halfYear, reason)
        case .closingSoon(let reminder):
            LocalizedText(
                persian: """
                    دورهٔ \(halfYear.description) در پایان روز \
                    \(Digits.persian(reminder.closesOn.jalali.replacing("-", with: "/"))) بسته می‌شود.
                    """,
                english: "Period \(halfYear) closes at the end of \(reminder.closesOn.jalali).")
        }
    }
}

extension PeriodStep {
    fileprivate func doneText(_ halfYear: HalfYear) -> LocalizedText {
        let period = halfYear.description
        return switch self {
        case .opens: LocalizedText(persian: "دورهٔ \(period) گشوده شد.", english: "Period \(halfYear) is open.")
        case .closes: LocalizedText(persian: "دورهٔ \(period) بسته شد.", english: "Period \(halfYear) is closed.")
        case .ranks: LocalizedText(persian: "دورهٔ \(period) رتبه‌بندی شد.", english: "Period \(halfYear) is ranked.")
        case .publishes:
            LocalizedText(persian: "دورهٔ \(period) منتشر شد.", english: "Period \(halfYear) is published.")
        }
    }

    fileprivate func failedText(_ halfYear: HalfYear, _ reason: LocalizedText) -> LocalizedText {
        let period = halfYear.description
        let (persian, english) =
            switch self {
            case .opens: ("گشایش", "opened")
            case .closes: ("بستن", "closed")
            case .ranks: ("رتبه‌بندی", "ranked")
            case .publishes: ("انتشار", "published")
            }
        return LocalizedText(
            persian: "\(persian) دورهٔ \(period) انجام نشد: \(reason.persian)",
            english: "Period \(halfYear) could not be \(english): \(reason.english)")
    }
}

extension PostgresConnection {
    func putMessage(_ message: ClockMessage) async throws {
        try await query(
            """
            select ranking.put_message(\(message.kind), \(message.halfYear.description),
                \(message.payload)::jsonb)
            """)
    }
}
