/// Passwords of at least twelve letters that are tried first by everybody, in small letters. Shorter ones are refused for
/// their length.
enum CommonPasswords {
    static func contains(_ password: String) -> Bool { all.contains(password) }

    private static let all: Set<String> = [
        "123456789012", "1234567890123", "12345678901234", "123456789012345", "1234567890123456", "012345678901",
        "0123456789012", "098765432109", "123123123123", "123412341234", "112233445566", "111222333444",
        "123456123456", "123456654321", "123456789123", "123456789abc", "1234567890ab", "1234567890qw",
        "1234567890abc", "1q2w3e4r5t6y", "1q2w3e4r5t6y7u", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "q1w2e3r4t5y6",
        "qwertyuiop12", "qwertyuiop123", "qwertyuiop[]", "qwertyqwerty", "qwerty123456", "qwerty1234567",
        "qwerty12345678", "qwerty123456789", "qwertyuiopasdf", "asdfghjkl123", "asdfghjkl;'\\", "zxcvbnm12345",
        "zxcvbnm,./12", "abcdefghijkl", "abcdefghijklm", "abcdefgh1234", "abcd12345678", "abc123abc123",
        "abc123456789", "abcdef123456", "a1b2c3d4e5f6", "passwordpassword", "password1234", "password12345",
        "password123456", "password12345678", "password123!", "password@123", "p@ssw0rd1234", "p@ssword1234",
        "passw0rd1234", "letmein12345", "letmeinletmein", "welcome12345", "welcome123456", "welcome@1234",
        "iloveyou1234", "iloveyouiloveyou", "iloveyou12345", "adminadmin12", "administrator", "administrator1",
        "administrator123", "admin1234567", "admin12345678", "admin123456789", "adminadminadmin", "changeme1234",
        "changemechangeme", "sunshine1234", "princess1234", "football1234", "baseball1234", "superman1234",
        "dragondragon", "monkeymonkey", "trustno1trustno1", "correcthorsebatterystaple", "correct horse battery staple",
        "tehran123456", "tehran1234567", "iran12345678", "iran123456789", "iraniraniran", "persepolis123",
        "persepolis12", "esteghlal123", "esteghlal1234", "pishkhan1234", "pishkhan12345", "pishkhan123456",
        "daftarpishkhan", "salamsalamsalam", "salam1234567", "salam12345678", "khodaya123456", "mohammad1234",
        "mohammad123456", "گذرواژه1234", "گذرواژه12345", "رمز عبور 1234", "پیشخوان1234",
        "پیشخوان123456", "دفترپیشخوان", "دفتر پیشخوان", "سلام12345678", "الهی به امید تو",
    ]
}
