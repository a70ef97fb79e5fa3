import TestDatabase

/// The files of the story of services, as they are sent.
enum ServiceTables {
    static let offices = table(
        "code,kind,province,county,locality,holder_national_id,holder_name,licence_number,licensed_on,expires_on,state",
        (1...3).map { "G-\($0),urban,گیلان,رشت,رشت,\(legalID($0)),دارنده \($0),پ-\($0),1395/01/01,,active" })

    static func declarations(_ staff: [String: Int]) -> String {
        table("office_code,staff", staff.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)" })
    }

    static let violation = table(
        "office_code,decision_number,kind,decided_on", ["G-1,T-1,overcharging,1400/08/01"])

    static let agencies = table("code,title,effective_on", ["A1", "A2"].map { "\($0),دستگاه \($0),1390/01/01" })

    /// Delegable services of A1, completed at all four stages.
    static func services(_ codes: [String]) -> String {
        table(
            "code,title,agency_code,is_sovereign,is_delegable,information_counter,request_counter,production_counter,"
                + "delivery_counter,effective_on",
            codes.map { "\($0),خدمت \($0),A1,no,yes,yes,yes,yes,yes,1390/01/01" })
    }

    /// Each for the whole country, or for the places named.
    static func delegations(_ codes: [String], places: String? = nil) -> String {
        let area = places.map { "localities,\($0)" } ?? "country,"
        return table(
            "service_code,mou_number,mou_on,valid_from,area,places,confirmed_on",
            codes.map { "\($0),M-1,1399/01/01,1399/01/01,\(area),1399/02/01" })
    }

    static let target = table("agency_code,sub_indicator,year,first_year,target", ["A1,1/8,1400,,12"])

    static func contract(_ office: String, _ service: String) -> String {
        table("office_code,service_code,registered_on,ended_on", ["\(office),\(service),1400/01/01,"])
    }

    private static func table(_ header: String, _ rows: [String]) -> String {
        ([header] + rows).joined(separator: "\n") + "\n"
    }
}
