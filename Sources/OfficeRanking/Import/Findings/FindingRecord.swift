/// A finding as bytes: length, file, sheet, line, code, severity, then texts, each after its length. It uses the native
/// byte order, because the file is deleted when the program ends.
struct FindingRecord {
    let key: FindingKey
    private let code: FindingCode
    private let severity: Finding.Severity
    private let column: String?
    private let value: String?
    private let arguments: [String]

    static let lengthBytes = 4
    private static let absent = UInt32.max

    init(key: FindingKey, finding: Finding) {
        self.key = key
        code = finding.code
        severity = finding.severity
        column = finding.column
        value = finding.value
        arguments = finding.arguments
    }

    /// - Parameter bytes: one record without its length.
    init(bytes: UnsafeRawBufferPointer) {
        var position = 0
        func number<Number: FixedWidthInteger>(_: Number.Type) -> Number {
            defer { position += MemoryLayout<Number>.size }
            return bytes.loadUnaligned(fromByteOffset: position, as: Number.self)
        }
        func text() -> String? {
            let count = number(UInt32.self)
            guard count != Self.absent else { return nil }
            defer { position += Int(count) }
            return String(decoding: bytes[position..<position + Int(count)], as: UTF8.self)
        }
        key = FindingKey(file: number(Int32.self), sheet: number(Int32.self), line: number(Int.self))
        code = FindingCode.allCases[Int(number(UInt8.self))]
        severity = number(UInt8.self) == 0 ? .error : .notice
        column = text()
        value = text()
        let count = number(UInt8.self)
        arguments = (0..<count).map { _ in text() ?? "" }
    }

    func finding(files: [FindingFile]) -> Finding {
        let file = files[Int(key.file)]
        return Finding(
            code, severity: severity, file: file.name, sheet: file.sheet(key.sheet),
            line: key.line == 0 ? nil : key.line, column: column, value: value, arguments: arguments)
    }

    func append(to bytes: inout [UInt8]) {
        let start = bytes.count
        Self.append(UInt32(0), to: &bytes)
        Self.append(key.file, to: &bytes)
        Self.append(key.sheet, to: &bytes)
        Self.append(key.line, to: &bytes)
        bytes.append(Self.ordinals[code] ?? 0)
        bytes.append(severity == .error ? 0 : 1)
        Self.append(column, to: &bytes)
        Self.append(value, to: &bytes)
        bytes.append(UInt8(arguments.count))
        for argument in arguments { Self.append(argument, to: &bytes) }
        withUnsafeBytes(of: UInt32(bytes.count - start - Self.lengthBytes)) { length in
            bytes.replaceSubrange(start..<start + Self.lengthBytes, with: length)
        }
    }

    private static let ordinals = Dictionary(
        uniqueKeysWithValues: FindingCode.allCases.enumerated().map { ($0.element, UInt8($0.offset)) })

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number) { bytes += $0 }
    }

    private static func append(_ text: String?, to bytes: inout [UInt8]) {
        guard let text else { return append(absent, to: &bytes) }
        append(UInt32(text.utf8.count), to: &bytes)
        bytes += text.utf8
    }
}
