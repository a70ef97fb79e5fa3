/// Whole numbers in the form that people write.
public enum WholeNumber {
    /// Reads digits of any script, with "-" in front if the range has negative numbers. Nil for anything else, for
    /// leading zeros, and for a number outside the range.
    public static func read(_ text: some StringProtocol, in range: ClosedRange<Int>) -> Int? {
        guard text.utf8.count <= 60, let number = Int(Digits.latin(text)), range.contains(number),
            String(number) == Digits.latin(text)
        else { return nil }
        return number
    }
}
