-- Owner: pishkhan_commands
-- The self-declaration: draft, submission, withdrawal.

-- The draft of an office for the way in which the actor speaks, made empty if there is none, and held until the
-- transaction ends.
create function ranking.locked_draft(office registry.office, period_id integer, source registry.source)
returns registry.draft
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    draft registry.draft;
    on_behalf boolean := ranking.require_speaker(source);
begin
    insert into registry.draft (office_id, period_id, source, is_on_behalf, province_id, value, actor_id)
    select office.id, locked_draft.period_id, source.position, on_behalf, office.province_id,
        array_agg(null::bigint), registry.actor()
    from registry.criterion c where c.scheme_id = source.scheme_id
    on conflict do nothing;
    select * into strict draft from registry.draft d
    where d.office_id = office.id and d.period_id = locked_draft.period_id and d.source = source.position
        and d.is_on_behalf = on_behalf
    for update;
    return draft;
end
$$;

-- Holds the draft of a declaration until the transaction ends: nobody changes or submits it meanwhile. Returns by which
-- scheme and for which kind of office it is read.
create function ranking.hold_draft(half_year text, office_code text, out scheme_id integer, out kind text)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    office registry.office;
begin
    perform ranking.require_permission('save_draft');
    office := ranking.office_of_form(hold_draft.office_code);
    period := ranking.period_of_form(hold_draft.half_year);
    perform ranking.locked_draft(office, period.id, ranking.source_of_form(period.scheme_id, null));
    scheme_id := period.scheme_id;
    kind := office.kind;
end
$$;
grant execute on function ranking.hold_draft(text, text) to pishkhan_app;

-- Changes items of a draft; null is a gap. Returns the version of the draft.
create function ranking.save_draft(half_year text, office_code text, criteria text[], "values" bigint[])
returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    office registry.office;
    draft registry.draft;
    given record;
begin
    perform ranking.require_permission('save_draft');
    office := ranking.office_of_form(save_draft.office_code);
    period := ranking.period_of_form(save_draft.half_year);
    draft := ranking.locked_draft(office, period.id, ranking.source_of_form(period.scheme_id, null));
    for given in
        select item.code, item.value, c.position
        from unnest(save_draft.criteria, save_draft."values") item (code, value)
        left join registry.criterion c on c.scheme_id = period.scheme_id and c.code = item.code
    loop
        if given.position is null then
            raise exception using errcode = 'RK618', message = 'unknown_criterion', detail = given.code;
        end if;
        draft.said := draft.said | (1::bigint << given.position::integer);
        draft.value[given.position + 1] := given.value;
    end loop;
    update registry.draft d set said = draft.said, value = draft.value, actor_id = registry.actor()
    where (d.office_id, d.period_id, d.source, d.is_on_behalf)
        = (draft.office_id, draft.period_id, draft.source, draft.is_on_behalf);
    -- What a draft holds is nobody else's matter.
    perform registry.record_act('save_draft', office.code, null, jsonb_build_object('period', period.half_year));
    return draft.version + 1;
end
$$;
grant execute on function ranking.save_draft(text, text, text[], bigint[]) to pishkhan_app;

-- The values that a form of the actor would submit: those of the draft where it speaks, otherwise the submitted ones.
create function ranking.values_of_form(office_id bigint, period_id integer, source smallint) returns bigint[]
language sql stable security definer set search_path = registry, pg_temp as $$
    select array_agg(
        case when d.said & (1::bigint << c.position::integer) <> 0 then d.value[c.position + 1]
             else s.value[c.position + 1] end order by c.position)
    from registry.evaluation_period p
    join registry.criterion c on c.scheme_id = p.scheme_id
    left join lateral ranking.newest_submission(values_of_form.office_id, values_of_form.period_id,
        values_of_form.source) s on true
    left join registry.draft d on d.office_id = values_of_form.office_id and d.period_id = values_of_form.period_id
        and d.source = values_of_form.source
        and d.is_on_behalf = registry.actor_speaks_on_behalf(p.scheme_id, values_of_form.source)
    where p.id = values_of_form.period_id
$$;

-- What a form of the actor would lack if it were submitted now, in the order of the scheme: the criteria of the source
-- and of the office's kind without a value, and those whose value lacks the evidence that its rule requires. Who speaks
-- on behalf of the source brings no evidence: the review waits for it.
create function ranking.missing_items(office_id bigint, period_id integer, source smallint)
returns table (code text, lack text)
language sql stable security definer set search_path = registry, pg_temp as $$
    select c.code, case when form.value[c.position + 1] is null then 'value' else 'evidence' end
    from registry.evaluation_period p
    join registry.source s on s.scheme_id = p.scheme_id and s.position = missing_items.source
    join registry.criterion c on c.scheme_id = s.scheme_id and c.source = s.code
    join registry.office o on o.id = missing_items.office_id and o.kind = any (c.kinds)
    cross join (select ranking.values_of_form(missing_items.office_id, missing_items.period_id,
        missing_items.source) as value offset 0) form
    left join registry.evidence_rule r on r.scheme_id = c.scheme_id and r.criterion = c.position and r.is_required
        and registry.actor_speaks_on_behalf(s.scheme_id, s.position) is false
    where p.id = missing_items.period_id
        and (form.value[c.position + 1] is null or r.least > (
            select count(*) from ranking.fitting_evidence(missing_items.office_id, missing_items.period_id) f
            where f.criterion = c.code))
    order by c.position
$$;

-- The items of a draft on which it insists: a reviewer judged them adversely, and the draft names them again, with
-- whatever value. They are submitted again, so that they are reviewed again.
create function ranking.insisted_items(draft registry.draft, before registry.submission) returns bigint
language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce(bit_or(1::bigint << (item.index - 1)), 0)
    from ranking.newest_review((before).office_id, (before).period_id, (before).source) w,
        generate_subscripts(w.verdict, 1) item (index)
    where w.verdict[item.index] > 1 and w.of_numbers[item.index] = (before).said_in[item.index]
        and (draft).said & (1::bigint << (item.index - 1)) <> 0
$$;

-- Submits the declaration of an office: the draft over what is submitted already. A form speaks of all criteria of the
-- office's kind, and its gaps are said. Returns the number of the submission, and empties the draft.
create function ranking.submit(half_year text, office_code text, based_on integer, with_gaps boolean) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    office registry.office;
    source registry.source;
    draft registry.draft;
    before registry.submission;
    form bigint[];
    missing record;
    news bigint;
    number integer;
begin
    perform ranking.require_permission('submit');
    office := ranking.office_of_form(submit.office_code);
    period := ranking.period_of_form(submit.half_year);
    source := ranking.source_of_form(period.scheme_id, null);
    draft := ranking.locked_draft(office, period.id, source);
    before := ranking.submission_before(period.id, office.id, source.position, submit.based_on);
    form := ranking.values_of_form(office.id, period.id, source.position);
    select array_agg(m.code) as codes, array_agg(m.lack) as lacks into missing
    from ranking.missing_items(office.id, period.id, source.position) m;
    -- A declaration without a value would be a withdrawal.
    perform ranking.require_complete(missing.codes, missing.lacks,
        submit.with_gaps and array_remove(form, null) <> '{}');
    news := ranking.news_of_form(before, registry.criteria_of_form(period.scheme_id, source.code, office.kind),
        ranking.insisted_items(draft, before), form, '{}', draft.is_on_behalf);
    number := ranking.store_form(office, period.id, source, before, news, form, '{}', null, draft.is_on_behalf);
    perform ranking.attach_known_evidence(office.id, period.id, source.position, number) where news <> 0;
    if draft.said <> 0 then
        update registry.draft d
        set said = 0, value = array_fill(null::bigint, array[cardinality(d.value)]), actor_id = registry.actor()
        where (d.office_id, d.period_id, d.source, d.is_on_behalf)
            = (draft.office_id, draft.period_id, draft.source, draft.is_on_behalf);
    end if;
    if news <> 0 or draft.said <> 0 then
        perform registry.record_act('submit', office.code, null, jsonb_build_object('period', period.half_year,
            'source', source.code, 'number', number, 'with_gaps', missing.codes is not null));
    end if;
    return number;
end
$$;
grant execute on function ranking.submit(text, text, integer, boolean) to pishkhan_app;

-- Takes back all values of a source about an office, those of the declaration if no source is named: the office then
-- took no part. Returns the number of the submission that says so.
create function ranking.withdraw(half_year text, office_code text, source text, based_on integer, reason text)
returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    office registry.office;
    known registry.source;
    is_on_behalf boolean;
    before registry.submission;
    why text := nullif(btrim(withdraw.reason), '');
    number integer;
begin
    perform ranking.require_permission('withdraw');
    if why is null then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    office := ranking.office_of_form(withdraw.office_code);
    period := ranking.period_of_form(withdraw.half_year);
    known := ranking.source_of_form(period.scheme_id, withdraw.source);
    is_on_behalf := ranking.require_speaker(known);
    before := ranking.submission_before(period.id, office.id, known.position, withdraw.based_on);
    if before.is_withdrawn is not false then
        raise exception using errcode = 'RK612', message = 'unknown_submission', detail = office.code;
    end if;
    number := ranking.store_form(office, period.id, known, before,
        (select bit_or(1::bigint << (item.index - 1)::integer)
         from unnest(before.value) with ordinality item (value, index) where item.value is not null),
        array_fill(null::bigint, array[cardinality(before.value)]),
        array_fill(null::integer, array[cardinality(before.value)]), null, is_on_behalf);
    perform registry.record_act('withdraw', office.code, why, jsonb_build_object('period', period.half_year,
        'source', known.code, 'number', number));
    return number;
end
$$;
grant execute on function ranking.withdraw(text, text, text, integer, text) to pishkhan_app;
