/// The result of reading a file of indicator rules: the rules, or up to a hundred faults.
///
/// The article <doc:IndicatorFormat> describes the format.
public struct IndicatorDocument: Sendable {
    /// The rules; nil if the file has a fault.
    public let rules: IndicatorRules?
    /// The faults in the order of the file.
    public let faults: [SchemeFault]
    /// The number of further faults.
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
