/// Fills memory with bytes from a source and returns their number, 0 at the end.
typealias ByteSource = (UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int

/// A window over a source of bytes. Unused bytes move to the front before more are read.
final class ChunkBuffer {
    private let memory: UnsafeMutableRawBufferPointer
    private let source: ByteSource
    private let chunk: Int
    private var start = 0
    private var end = 0
    private(set) var isAtEnd = false

    /// - Parameter longest: the most bytes that may be unused when more are read.
    init(longest: Int, chunk: Int, source: @escaping ByteSource) {
        memory = .allocate(byteCount: longest + chunk, alignment: 16)
        self.chunk = chunk
        self.source = source
    }

    deinit {
        memory.deallocate()
    }

    /// The bytes that were read and not used. Valid until `fill`.
    var unused: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: UnsafeRawBufferPointer(memory).assumingMemoryBound(to: UInt8.self)[start..<end])
    }

    var count: Int { end - start }

    func use(_ count: Int) {
        start += count
    }

    /// Reads once and returns the new bytes; none at the end.
    func fill() throws(FileFailure) -> UnsafeRawBufferPointer {
        if start > 0 {
            memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<end]))
            end -= start
            start = 0
        }
        let room = UnsafeMutableRawBufferPointer(rebasing: memory[end..<min(memory.count, end + chunk)])
        let count = try source(room)
        isAtEnd = count == 0
        end += count
        return UnsafeRawBufferPointer(rebasing: memory[end - count..<end])
    }
}
