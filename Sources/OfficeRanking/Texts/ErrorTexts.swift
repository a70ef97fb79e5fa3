public import RankingRules

extension RankingError {
    /// A sentence for people.
    public func message(in language: Language) -> String {
        language == .persian
            ? Digits.persianProse(sentence.persian, keeping: isAboutCode ? [detail] : []) : sentence.english
    }

    /// The sentence in both languages, for programs.
    public var text: LocalizedText {
        LocalizedText(persian: message(in: .persian), english: message(in: .english))
    }

    private var sentence: LocalizedText {
        if code == .invalid {
            return LocalizedText(
                persian: faults.map(\.persian).joined(separator: "\n"),
                english: faults.map(\.english).joined(separator: "\n"))
        }
        if code == .constraintViolated, let rule = ConstraintTexts.sentence(of: detail) { return rule }
        return filled(code.template)
    }

    private func filled(_ template: LocalizedText) -> LocalizedText {
        LocalizedText(
            persian: ErrorFact.fill(template.persian, from: detail, in: .persian),
            english: ErrorFact.fill(template.english, from: detail, in: .english))
    }

    /// A code is not written with Persian digits, so that it can be copied.
    private var isAboutCode: Bool { code.template.persian.contains("{\(ErrorFact.code)}") }
}

extension RankingError.Code {
    /// The sentences, with the names of facts in braces. A test checks that every code has one.
    var template: LocalizedText {
        let (persian, english) = ErrorTexts.templates[self] ?? (rawValue, rawValue)
        return LocalizedText(persian: persian, english: english)
    }
}

/// The sentences of errors, Persian and English: subject, verb, object, and the next step.
enum ErrorTexts {
    static let templates = periods.merging(fixed) { $1 }.merging(access) { $1 }.merging(subjects) { $1 }
        .merging(requestsAndDatabase) { $1 }.merging(evidence) { $1 }
}

/// How a sentence shows the detail of its error.
enum ErrorFact: String, CaseIterable {
    /// The detail unchanged, never with Persian digits.
    case code
    case detail
    /// States and steps of a period, with their days.
    case steps
    case day
    /// A word of the database in its readable form: `read_facts` as “read facts”.
    case words
    /// The activity of a window, its first and its last day.
    case activity, first, last
    case obstacles

    /// Replaces the facts of a template. A fact with braces is not read as a template.
    static func fill(_ template: String, from detail: String, in language: Language) -> String {
        let parts = template.split(separator: "{", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts[0])) { text, part in
            let name = part.prefix { $0 != "}" }
            let fact = ErrorFact(rawValue: String(name))
            text += fact?.text(of: detail, in: language) ?? "{\(name)}"
            text += part.dropFirst(name.count + 1)
        }
    }

    private func text(of detail: String, in language: Language) -> String {
        let words = detail.split(separator: " ").map(String.init)
        return switch self {
        case .code, .detail: detail
        case .steps: words.map { StepWords.title(of: $0, in: language) }.joined(separator: " ")
        case .day: jalali(detail)
        case .words: detail.replacing("_", with: " ")
        case .activity: activityTitle(words.first ?? "")[language]
        case .first: words.count > 1 ? StepWords.day(words[1]) : "…"
        case .last: words.count > 2 ? StepWords.day(words[2]) : "…"
        case .obstacles: obstacleTexts(detail).map { $0[language] }.joined(separator: " ")
        }
    }
}

/// Readable words for the database's states, steps and days.
private enum StepWords {
    static func title(of word: String, in language: Language) -> String {
        (language == .persian ? persian[word] : nil) ?? day(word)
    }

    static func day(_ word: String) -> String {
        word == "-" ? "…" : jalali(word)
    }

    private static let persian = [
        "planned": "برنامه‌ریزی‌شده", "open": "باز", "closed": "بسته", "ranked": "رتبه‌بندی‌شده", "preview": "پیش‌نمایش",
        "published": "منتشرشده", "→": "به", "opens": "گشایش", "closes": "بستن", "ranks": "رتبه‌بندی",
        "publishes": "انتشار",
    ]
}

/// The Jalali day of a day in a text of the database.
func jalali(_ day: String) -> String {
    Day(iso: day).flatMap(JalaliDate.init)?.description ?? day
}

/// The title of an activity; a source keeps its code.
func activityTitle(_ activity: String) -> LocalizedText {
    let titles = [
        "period": LocalizedText(persian: "دورهٔ ارزیابی", english: "the period"),
        "review": LocalizedText(persian: "بازبینی", english: "the review"),
        "appeal": LocalizedText(persian: "اعتراض", english: "appeals"),
    ]
    return titles[activity] ?? LocalizedText(persian: "«\(activity)»", english: activity)
}
