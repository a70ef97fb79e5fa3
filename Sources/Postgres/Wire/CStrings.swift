/// Optional strings in the layout of C: one block of NUL-terminated bytes, and a pointer for each string.
struct CStrings {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []

    init(_ strings: [String?]) {
        offsets.reserveCapacity(strings.count)
        for string in strings {
            guard let string else {
                offsets.append(nil)
                continue
            }
            offsets.append(bytes.count)
            bytes.append(contentsOf: string.utf8)
            bytes.append(0)
        }
    }

    /// Lends the pointers; `terminated` adds a NULL after the last one.
    func withPointers<Result>(
        terminated: Bool, _ body: (UnsafePointer<UnsafePointer<CChar>?>?) throws -> Result
    ) rethrows -> Result {
        try bytes.withUnsafeBytes { block in
            var pointers = offsets.map { offset in
                offset.flatMap { block.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            if terminated { pointers.append(nil) }
            return try pointers.withUnsafeBufferPointer { try body($0.baseAddress) }
        }
    }
}
