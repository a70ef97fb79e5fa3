import Foundation

/// N-1, N-2 and so on in Lahijan.
func officesFile(_ count: Int) -> String {
    let header =
        "code,kind,province,county,locality,holder_national_id,holder_name,licence_number,licensed_on,expires_on,"
        + "state,effective_on\n"
    return header
        + (1...count).map {
            "N-\($0),urban,گیلان,لاهیجان,لاهیجان,\(legalID($0)),دارنده \($0),پ-\($0),1395/01/01,,active,\n"
        }.joined()
}

/// The n-th legal person's national id with a right check digit.
private func legalID(_ n: Int) -> String {
    let digits = String(format: "%010d", 1_010_000_000 + n).compactMap(\.wholeNumberValue)
    let weights = [29, 27, 23, 19, 17]
    let sum = (0..<10).reduce(0) { $0 + (digits[$1] + digits[9] + 2) * weights[$1 % 5] }
    return digits.map(String.init).joined() + String(sum % 11 % 10)
}
