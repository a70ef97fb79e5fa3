/// A script of an administrator by which two persons overrule that nobody took part in a half-year.
public func silenceOverruled(_ halfYear: String) -> String {
    """
    insert into registry.account (name, person, role)
    values ('first.overruler', 'first overruler', 'headquarters'), ('second.overruler', 'second overruler', 'headquarters')
    on conflict do nothing;
    insert into registry.step_overrule (period_id, step, code, detail, reason, made_by, maker)
    select p.id, 'close', 'nobody_declared', '', 'test', a.id, registry.person_of(a.id)
    from registry.evaluation_period p, registry.account a
    where p.half_year = '\(halfYear)' and a.name = 'first.overruler';
    update registry.step_overrule v set confirmed_by = a.id, confirmed_at = clock_timestamp()
    from registry.account a, registry.evaluation_period p
    where a.name = 'second.overruler' and p.id = v.period_id and p.half_year = '\(halfYear)'
        and v.confirmed_by is null;
    """
}
