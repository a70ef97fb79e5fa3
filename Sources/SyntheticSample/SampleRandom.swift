/// Numbers that look random and are the same every time: SplitMix64 (Steele, Lea, Flood 2014).
struct SampleRandom {
    private var state: UInt64

    /// Different keys give unrelated sequences, so that one office more leaves all others as they are.
    init(_ keys: Int...) {
        // 1400 and the half-year: any constant would do.
        state = 14_001
        for key in keys {
            state ^= UInt64(bitPattern: Int64(key))
            state = next()
        }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    mutating func isOne(in count: Int) -> Bool {
        number(in: 1...count) == 1
    }

    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[number(in: 0...values.count - 1)]
    }

    /// Fisher–Yates.
    mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
        var values = values
        for last in values.indices.dropFirst().reversed() { values.swapAt(last, number(in: 0...last)) }
        return values
    }
}
