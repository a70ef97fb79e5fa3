/// Urban offices are the counter offices of cities, rural ones the ICT offices of villages.
public enum OfficeKind: String, CaseIterable, Hashable, Sendable {
    case urban
    case rural
}
