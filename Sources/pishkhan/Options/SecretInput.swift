import Foundation
import RankingRules

/// Secrets from the terminal, which does not show them, or from the standard input. They are never arguments, because
/// every user of the machine may list those.
enum SecretInput {
    static func line(_ asked: LocalizedText, _ language: Language) throws -> String {
        let isTerminal = isatty(FileHandle.standardInput.fileDescriptor) == 1
        guard isTerminal else { return try typed() }
        writeError(asked[language] + ": ")
        defer { writeError("\n") }
        return try withoutEcho(typed)
    }

    /// On a terminal, where nobody sees what is typed, it is asked twice.
    static func newPassword(_ language: Language) throws -> String {
        let password = try line(LocalizedText(persian: "گذرواژهٔ تازه", english: "New password"), language)
        guard isatty(FileHandle.standardInput.fileDescriptor) == 1 else { return password }
        let again = try line(LocalizedText(persian: "دوباره همان", english: "The same again"), language)
        guard again == password else {
            throw CommandFailure.usage("دو گذرواژه یکی نیستند.", "The two passwords differ.")
        }
        return password
    }

    private static func typed() throws -> String {
        guard let line = readLine(), !line.isEmpty else {
            throw CommandFailure.usage(
                "رمز یا گذرواژه را در ورودی بنویسید، هر کدام در یک سطر.",
                "Give the secret and the password on the standard input, each on a line.")
        }
        return line
    }

    private static func withoutEcho(_ read: () throws -> String) throws -> String {
        let terminal = FileHandle.standardInput.fileDescriptor
        var shown = termios()
        guard tcgetattr(terminal, &shown) == 0 else { return try read() }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(terminal, TCSAFLUSH, &hidden)
        defer { tcsetattr(terminal, TCSAFLUSH, &shown) }
        return try read()
    }
}
