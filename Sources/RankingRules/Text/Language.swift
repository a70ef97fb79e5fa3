/// The languages for people, Persian first.
public enum Language: String, CaseIterable, Sendable {
    case persian = "fa"
    case english = "en"
}

extension LocalizedText {
    public subscript(language: Language) -> String {
        language == .persian ? persian : english
    }
}
