/// Whole numbers as people write them.
public enum WholeNumber {
    /// Digits of any script with "-" before them where the range has such numbers; nil for anything else, for zeros in
    /// front, and for a number outside the range.
    public static func read(_ text: some StringProtocol, in range: ClosedRange<Int>) -> Int? {
        guard text.utf8.count <= 60, let number = Int(Digits.latin(text)), range.contains(number),
            String(number) == Digits.latin(text)
        else { return nil }
        return number
    }
}
