import HTTPTypes
import OfficeRanking
import RankingRules

/// Refusals of the HTTP API that are not errors of the library.
extension Problem {
    static let nothingHere = Problem(.notFound, "not_found", "چنین نشانی‌ای نیست.", "There is nothing at this address.")

    static let internalFault = Problem(
        .internalServerError, "internal", "خطای داخلی؛ شناسهٔ درخواست را به پشتیبان بدهید.",
        "Internal error. Give the id of the request to the operator.")

    static func methodNotAllowed(_ allowed: String) -> Problem {
        var problem = Problem(
            .methodNotAllowed, "method_not_allowed", "این نشانی این روش را نمی‌پذیرد.",
            "Method not allowed.")
        problem.headers[.allow] = allowed
        return problem
    }

    static func notAcceptable(_ offered: [Representation]) -> Problem {
        let types = offered.map(\.mediaType).joined(separator: ", ")
        return Problem(
            .notAcceptable, "not_acceptable", "این پاسخ فقط به این شکل‌ها داده می‌شود: \(types)",
            "This answer is available only as: \(types)")
    }

    static func wrongParameters(_ findings: [Finding]) -> Problem {
        var problem = Problem(
            .unprocessableContent, "wrong_parameters", "پارامترهای درخواست درست نیست؛ موردهای نوشته‌شده را درست کنید.",
            "The parameters of the request are wrong. Correct the listed ones.")
        problem.findings = findings
        return problem
    }

    static func notPublished(_ halfYear: HalfYear) -> Problem {
        Problem(
            .notFound, "not_published", "رتبه‌بندی دورهٔ \(halfYear.description) منتشر نشده است.",
            "The ranking of \(halfYear) is not published.")
    }
}

extension Problem.Finding {
    static func wrong(_ field: String, _ expected: LocalizedText) -> Problem.Finding {
        Problem.Finding(
            code: "wrong_value", field: field,
            text: LocalizedText(
                persian: "مقدار باید \(expected.persian) باشد.",
                english: "The value must be \(expected.english)."))
    }

    static func unknown(_ field: String) -> Problem.Finding {
        Problem.Finding(
            code: "unknown_parameter", field: field,
            text: LocalizedText(
                persian: "چنین پارامتری نیست.", english: "There is no such parameter here."))
    }

    static func givenTwice(_ field: String) -> Problem.Finding {
        Problem.Finding(
            code: "given_twice", field: field,
            text: LocalizedText(persian: "این پارامتر دو بار آمده است.", english: "This parameter is given twice."))
    }

    static func missing(_ field: String) -> Problem.Finding {
        Problem.Finding(
            code: "missing", field: field,
            text: LocalizedText(persian: "این پارامتر لازم است.", english: "This parameter is required."))
    }

    static let completeWithoutOffices = Problem.Finding(
        code: "not_applicable", field: "complete", text: ImportOptions.completeIsOfOffices)

    static func unreadable(_ field: String) -> Problem.Finding {
        Problem.Finding(
            code: "unreadable", field: field,
            text: LocalizedText(
                persian: "متن پارامتر خوانا نیست یا بسیار بلند است.",
                english: "The text of the parameter is unreadable or too long."))
    }
}
