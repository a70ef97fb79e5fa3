/// The readable parts of the sources; `models` is set only if all of it is right.
struct SourcesDraft {
    let field: Field
    var codeFields: [(field: Field, code: String)] = []
    var models: [Source]?

    /// Checks that every source serves a criterion.
    func checkUse(by groups: [CriterionGroup]) {
        let used = Set(groups.flatMap(\.criteria).map(\.source))
        for (field, code) in codeFields
        where !used.contains(code) && models?.first(where: { $0.code == code })?.isDeclaration != true {
            field.refuse(.unusedSource)
        }
    }
}

/// Reads the sources of values.
struct SourceReader {
    func read(_ field: Field) -> SourcesDraft {
        var draft = SourcesDraft(field: field)
        guard let items = field.items() else { return draft }
        var codes: Set<String> = []
        let sources = items.compactMap { item -> Source? in
            guard let map = item.mapping(required: Self.required, optional: Self.optional) else { return nil }
            let source = source(map)
            if let codeField = map["code"], let code = source?.code {
                if !codes.insert(code).inserted { codeField.refuse(.repeatedCode(code)) }
                draft.codeFields.append((codeField, code))
            }
            return source
        }
        guard sources.count == items.count else { return draft }
        let declarations = sources.filter(\.isDeclaration)
        if declarations.count != 1 || declarations[0].kind != .values { field.refuse(.notOneDeclaration) }
        draft.models = sources
        return draft
    }

    private func source(_ map: FieldMap) -> Source? {
        let code = map["code"]?.code()
        let title = map["title"]?.localizedText()
        let kind = map["kind"]?.word(Source.Kind.self)
        let isDeclaration = map.value("declaration", default: false) { $0.yesOrNo() }
        let isCarried = map.value("carried", default: isDeclaration ?? false) { $0.yesOrNo() }
        let review = map.value("review", default: .none) { $0.word(Source.Review.self) }
        let replyDays = map.optional("reply_days") { $0.whole(SchemeLimits.replyDays).map { Int($0) } }
        let unchangedWithin = map.optional("unchanged_within") {
            $0.whole(SchemeLimits.unchangedWithin).map { Int($0) }
        }
        let writers = map.value("writers", default: []) { roles($0) }
        let onBehalf = map.value("on_behalf", default: []) { roles($0) }
        if writers?.isEmpty == true, onBehalf?.isEmpty == true { map.field.refuse(.noWriter) }
        guard let code, let title, let kind, let isDeclaration, let isCarried, let review, let replyDays,
            let unchangedWithin, let writers, let onBehalf
        else { return nil }
        return Source(
            code: code, title: title, kind: kind, isDeclaration: isDeclaration, isCarried: isCarried, review: review,
            replyDays: replyDays, unchangedWithin: unchangedWithin, writers: writers, onBehalf: onBehalf)
    }

    private func roles(_ field: Field) -> [String]? {
        guard let items = field.items() else { return nil }
        var (roles, known): ([String], Set<String>) = ([], [])
        for item in items {
            guard let role = item.code() else { continue }
            if !known.insert(role).inserted { item.refuse(.repeatedCode(role)) }
            roles.append(role)
        }
        return roles.count == items.count ? roles : nil
    }

    private static let required = ["code", "title", "kind"]
    private static let optional = [
        "declaration", "carried", "review", "reply_days", "unchanged_within", "writers", "on_behalf",
    ]
}
