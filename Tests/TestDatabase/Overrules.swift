/// A script of an administrator by which two persons overrule what stands against a step of a half-year now.
public func obstaclesOverruled(
    _ halfYear: String, step: String = "close", by accounts: (String, String) = overrulers
) -> String {
    overruled(
        halfYear, step, by: accounts,
        "select o.code, o.detail from ranking.step_obstacles(p.id, '\(step)') o where o.may_be_overruled")
}

/// The same, beforehand, of a half-year in which nobody will take part.
public func silenceOverruled(_ halfYear: String) -> String {
    overruled(halfYear, "close", by: overrulers, "select 'nobody_declared', ''")
}

/// Accounts of two persons, made when they are needed.
public let overrulers = ("first.overruler", "second.overruler")

private func overruled(
    _ halfYear: String, _ step: String, by accounts: (String, String), _ obstacles: String
) -> String {
    """
    insert into registry.account (name, person, role)
    values ('\(accounts.0)', '\(accounts.0)', 'headquarters'), ('\(accounts.1)', '\(accounts.1)', 'headquarters')
    on conflict do nothing;
    insert into registry.step_overrule (period_id, step, code, detail, reason, made_by, maker)
    select p.id, '\(step)', o.code, o.detail, 'test', a.id, registry.person_of(a.id)
    from registry.evaluation_period p, registry.account a, lateral (\(obstacles)) o (code, detail)
    where p.half_year = '\(halfYear)' and a.name = '\(accounts.0)'
    on conflict do nothing;
    update registry.step_overrule v set confirmed_by = a.id, confirmed_at = clock_timestamp()
    from registry.account a, registry.evaluation_period p
    where a.name = '\(accounts.1)' and p.id = v.period_id and p.half_year = '\(halfYear)'
        and v.confirmed_by is null;
    """
}
