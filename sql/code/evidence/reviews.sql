-- Owner: pishkhan_commands
-- Checks the confirmed values of a file for the evidence that their rules require.

-- Finds values that a file confirms unchanged without the required evidence. A scheme without such rules costs one look.
create function ranking.check_evidence_of_reviews(import_key uuid, period registry.evaluation_period) returns void
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    rule record;
begin
    for rule in
        select r.criterion, r.criterion + 1 as index, 1::bigint << r.criterion::integer as bit, r.least, c.code,
            o.position as source
        from registry.evidence_rule r
        join registry.criterion c on c.scheme_id = r.scheme_id and c.position = r.criterion
        join registry.source o on o.scheme_id = c.scheme_id and o.code = c.source
        where r.scheme_id = period.scheme_id and r.is_required order by r.criterion
    loop
        insert into staging.finding
        select check_evidence_of_reviews.import_key, r.line, true, rule.code || '_confirmed', 'evidence_missing',
            null, rule.least::text
        from staging.submission_row r
        join registry.office o on o.code = r.office_code
        cross join lateral ranking.newest_submission(o.id, period.id, rule.source) s
        where coalesce(r.import_key = check_evidence_of_reviews.import_key and r.made_in = pg_current_xact_id(), false)
            and r.judged & rule.bit <> 0 and r.confirmed[rule.index] = s.value[rule.index]
            -- A verdict that stands already is no news.
            and not exists (
                select from registry.review v
                where v.office_id = s.office_id and v.period_id = s.period_id and v.source = s.source
                    and v.of_numbers[rule.index] = s.said_in[rule.index] and v.verdict[rule.index] = 1)
            and registry.proofs_of_item(s.office_id, s.period_id, s.source, s.said_in[rule.index], rule.criterion)
                < rule.least;
    end loop;
end
$$;
