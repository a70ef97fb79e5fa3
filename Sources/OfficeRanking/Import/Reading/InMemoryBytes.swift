/// Hands out bytes that are in memory as a file would.
final class InMemoryBytes {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    func read(into target: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(target.count, bytes.count)
        target.copyBytes(from: bytes.prefix(count))
        bytes.removeFirst(count)
        return count
    }
}
