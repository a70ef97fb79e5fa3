/// A file of indicator rules as it was read: the rules, or its faults, up to a hundred at once.
///
/// The format is described in the article <doc:IndicatorFormat>.
public struct IndicatorDocument: Sendable {
    /// Nil when there is a fault.
    public let rules: IndicatorRules?
    /// In the order of the file.
    public let faults: [SchemeFault]
    /// How many faults follow those.
    public let faultsLeftOut: Int

    public static func read(_ text: String) -> IndicatorDocument {
        let log = FaultLog()
        let rules = rules(text, log)
        return IndicatorDocument(rules: log.isEmpty ? rules : nil, faults: log.sorted, faultsLeftOut: log.leftOut)
    }

    private static func rules(_ text: String, _ log: FaultLog) -> IndicatorRules? {
        guard text.utf8.count <= SchemeLimits.fileSize else {
            log.add(.tooLarge(limit: SchemeLimits.fileSize), at: .start, path: "")
            return nil
        }
        guard let root = YAMLComposer.compose(text, log: log) else { return nil }
        return IndicatorReader().read(Field(node: root, path: "", log: log))
    }
}
