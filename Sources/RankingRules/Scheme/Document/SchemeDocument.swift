/// A scheme file as it was read: the scheme, or its faults, up to a hundred at once.
///
/// The format is described in the article <doc:SchemeFormat>.
public struct SchemeDocument: Sendable {
    /// Nil when there is a fault.
    public let scheme: Scheme?
    /// In the order of the file.
    public let faults: [SchemeFault]
    /// How many faults follow those.
    public let faultsLeftOut: Int

    public static func read(_ text: String) -> SchemeDocument {
        let log = FaultLog()
        let scheme = scheme(text, log)
        return SchemeDocument(scheme: log.isEmpty ? scheme : nil, faults: log.sorted, faultsLeftOut: log.leftOut)
    }

    private static func scheme(_ text: String, _ log: FaultLog) -> Scheme? {
        guard text.utf8.count <= SchemeLimits.fileSize else {
            log.add(.tooLarge(limit: SchemeLimits.fileSize), at: .start, path: "")
            return nil
        }
        guard let root = YAMLComposer.compose(text, log: log) else { return nil }
        return SchemeReader(log: log).read(Field(node: root, path: "", log: log))
    }
}
