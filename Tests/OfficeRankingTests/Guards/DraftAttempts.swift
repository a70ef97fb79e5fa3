// Statements that break the constraints of drafts.

let attemptsOnDrafts: [ConstraintAttempt] = [
    .check("drafted_criteria_are_a_mask", draft(["said": "-1"])),
    .reference("draft_is_of_an_office", draft(["province_id": "2"])),
]

/// An empty draft of G-1 with some columns other than they must be. The trigger asks for an open half-year before.
private func draft(_ changes: [String: String]) -> String {
    let values = [
        "office_id": "o.id", "period_id": "p.id", "source": "0", "is_on_behalf": "true", "province_id": "o.province_id",
        "value": "'{null}'", "actor_id": "1",
    ].merging(changes) { $1 }.sorted { $0.key < $1.key }
    return """
        do $$ begin
            alter table registry.draft disable trigger draft_is_of_its_speaker;
            insert into registry.draft (\(values.map(\.key).joined(separator: ", ")))
            select \(values.map(\.value).joined(separator: ", "))
            from registry.office o, registry.evaluation_period p where o.code = 'G-1';
        end $$
        """
}
