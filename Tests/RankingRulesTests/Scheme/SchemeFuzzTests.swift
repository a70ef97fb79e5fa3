import Foundation
import Testing

@testable import RankingRules

/// SplitMix64: the same seed gives the same mutations on every machine.
struct MutationGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("A damaged scheme file")
struct SchemeFuzzTests {
    private static let seed =
        ProcessInfo.processInfo.environment["PISHKHAN_SCHEME_SEED"].flatMap { UInt64($0) }
        ?? UInt64.random(in: 0...UInt64.max)

    /// What slips into hand-written files, and what breaks readers.
    private static let insertions = [
        "-", ":", " ", "\n", "[", "]", "{", "}", ",", "#", "\"", "'", "&a ", "*a", "!!int ", "|", ">", "%", "@", "\t",
        "? ",
        "---\n", "99999999999999999999", "-1", "0.0001", "۵", "٫", "~", "null", "\u{0}", "\u{202E}", "نمونه", "\r\n",
        "yes",
    ]

    @Test("a damaged scheme file is read or has faults located within the file, and never stops the program")
    func mutations() throws {
        print("PISHKHAN_SCHEME_SEED=\(Self.seed)")
        var generator = MutationGenerator(seed: Self.seed)
        let texts = try [SmallScheme.text, SampleScheme.text()]
        var sound = 0
        for round in 0..<600 {
            let text = mutated(texts[round % 2], &generator)
            let document = SchemeDocument.read(text)
            let lines = text.unicodeScalars.count { $0 == "\n" || $0 == "\r" } + 2
            #expect((document.scheme == nil) == !document.faults.isEmpty, "seed \(Self.seed), round \(round)")
            #expect(document.faults.allSatisfy { (1...lines).contains($0.line) && $0.column >= 1 }, "seed \(Self.seed)")
            guard let scheme = document.scheme else { continue }
            sound += 1
            #expect(scheme.hash.utf8.count == 64)
            #expect(!SchemeGuide(scheme: scheme).text.isEmpty)
        }
        #expect(sound > 5, "seed \(Self.seed): mutations that only touch comments and numbers stay sound")
    }

    private func mutated(_ text: String, _ generator: inout MutationGenerator) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let index = Int.random(in: 0..<scalars.count, using: &generator)
            let end = min(scalars.count, index + Int.random(in: 1...12, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: scalars.removeSubrange(index..<end)
            case 1:
                scalars.insert(
                    contentsOf: scalars[index..<end], at: Int.random(in: 0..<scalars.count, using: &generator))
            case 2: scalars[index] = Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &generator))
            case 3: swapLines(&scalars, &generator)
            default:
                let insertion = Self.insertions.randomElement(using: &generator) ?? ""
                scalars.insert(contentsOf: Array(insertion.unicodeScalars), at: index)
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private func swapLines(_ scalars: inout [Unicode.Scalar], _ generator: inout MutationGenerator) {
        var lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
        let (first, second) = (
            lines.indices.randomElement(using: &generator), lines.indices.randomElement(using: &generator)
        )
        if let first, let second { lines.swapAt(first, second) }
        scalars = Array(lines.joined(separator: ["\n"]))
    }
}
