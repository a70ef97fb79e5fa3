import TestDatabase

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
