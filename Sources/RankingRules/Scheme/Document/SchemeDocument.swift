/// The result of reading a scheme file: the scheme, or up to a hundred faults.
///
/// The article <doc:SchemeFormat> describes the format.
public struct SchemeDocument: Sendable {
    /// The scheme; nil if the file has a fault.
    public let scheme: Scheme?
    /// The faults in the order of the file.
    public let faults: [SchemeFault]
    /// The number of further faults.
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
