-- Owner: pishkhan_commands
-- Forms: what a source says about one office in a half-year, entered by hand. A form is stored as a file's row is: the
-- same values by file and by form give the same submission. The triggers of submissions check days, roles and owners.

-- A half-year that takes submissions, locked so that a close waits.
create function ranking.period_of_form(half_year text) returns registry.evaluation_period
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    select * into period from registry.evaluation_period p where p.half_year = period_of_form.half_year for share;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = period_of_form.half_year;
    end if;
    if period.state <> 'open' then
        raise exception using errcode = 'RK101', message = 'period_not_open', detail = period.state;
    end if;
    perform registry.require_days_of_period(period.id, registry.begun_at());
    return period;
end
$$;

-- An office in the scope of the actor; an office's account has only its own ones.
create function ranking.office_of_form(code text) returns registry.office
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    office registry.office;
begin
    select * into office from registry.office o
    where o.code = office_of_form.code
        and ((select not registry.actor_is_bound_to_offices())
             or o.id = any ((select registry.actor_offices())::bigint[]));
    if office.id is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = office_of_form.code;
    end if;
    return office;
end
$$;

-- The declaration of a scheme if no code is given, otherwise another source with criteria, by its code.
create function ranking.source_of_form(scheme_id integer, code text) returns registry.source
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    source registry.source;
begin
    select * into source from registry.source s
    where s.scheme_id = source_of_form.scheme_id
        and case when source_of_form.code is null then s.is_declaration
                 else s.code = source_of_form.code and not s.is_declaration and s.criteria <> 0 end;
    if source.code is null then
        raise exception using errcode = 'RK116', message = 'unknown_activity',
            detail = source_of_form.code || ': ' || coalesce((
                select string_agg(s.code, ', ' order by s.position) from registry.source s
                where s.scheme_id = source_of_form.scheme_id and not s.is_declaration and s.criteria <> 0), '-');
    end if;
    return source;
end
$$;

-- How the actor speaks for a source: as the source itself, or on its behalf. Refused if not at all.
create function ranking.require_speaker(source registry.source) returns boolean
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    is_on_behalf boolean := registry.actor_speaks_on_behalf(source.scheme_id, source.position);
begin
    if is_on_behalf is null then
        raise exception using errcode = 'RK201', message = 'source_of_another', detail = source.code;
    end if;
    return is_on_behalf;
end
$$;

-- The newest submission of a form; refused if the form is based on another one.
create function ranking.submission_before(
    period_id integer, office_id bigint, source smallint, based_on integer
) returns registry.submission
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    before registry.submission;
begin
    select * into before
    from ranking.newest_submission(submission_before.office_id, submission_before.period_id, submission_before.source);
    if coalesce(before.number, 0) is distinct from submission_before.based_on then
        raise exception using errcode = 'RK202', message = 'said_meanwhile';
    end if;
    return before;
end
$$;

-- Of the criteria of a form, those whose values are news after an earlier submission, as a mask: items that are not
-- submitted yet, items with another value, and those on which the form insists. The first words of a source itself are
-- news as a whole, even if they equal what was said on its behalf.
create function ranking.news_of_form(
    before registry.submission, said bigint, insisted bigint, "values" bigint[], respondents integer[],
    is_on_behalf boolean
) returns bigint
language sql immutable set search_path = registry, pg_temp as $$
    select case
        when (before).number is null or not is_on_behalf and not (before).owner_has_spoken then news_of_form.said
        else coalesce(bit_or(item.bit) filter (
            where news_of_form.insisted & item.bit <> 0 or (before).said_in[item.index] is null
                or (news_of_form."values"[item.index], news_of_form.respondents[item.index])
                    is distinct from ((before).value[item.index], (before).respondents[item.index])), 0) end
    from (select index, 1::bigint << (index - 1) as bit
          from generate_subscripts(news_of_form."values", 1) index) item
    where news_of_form.said & item.bit <> 0
$$;

-- Writes the next submission with the news of a form, and returns its number; without news, that of the newest one.
create function ranking.store_form(
    office registry.office, period_id integer, source registry.source, before registry.submission, news bigint,
    "values" bigint[], respondents integer[], survey_mode text, is_on_behalf boolean
) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    next registry.submission := before;
begin
    if store_form.news = 0 then
        return before.number;
    end if;
    next.office_id := office.id;
    next.period_id := store_form.period_id;
    next.source := source.position;
    next.number := coalesce(before.number, 0) + 1;
    next.revision := ranking.next_revision();
    next.province_id := office.province_id;
    next.actor_id := registry.actor();
    next.person_id := registry.actor_person();
    next.import_id := null;
    next.submitted_at := transaction_timestamp();
    next.is_on_behalf := store_form.is_on_behalf;
    next.owner_has_spoken := coalesce(before.owner_has_spoken, false) or not store_form.is_on_behalf;
    next.said := store_form.news;
    next.survey_mode := coalesce(store_form.survey_mode, before.survey_mode);
    select array_agg(case when item.is_news then store_form."values"[item.index] else before.value[item.index] end
            order by item.index),
        array_agg(case when item.is_news then store_form.respondents[item.index]
                       else before.respondents[item.index] end order by item.index),
        array_agg(case when item.is_news then next.number else before.said_in[item.index] end order by item.index)
    into next.value, next.respondents, next.said_in
    from (select index, store_form.news & (1::bigint << (index - 1)) <> 0 as is_news
          from generate_subscripts(store_form."values", 1) index) item;
    if source.kind <> 'survey' then
        next.respondents := '{}';
    end if;
    next.is_withdrawn := array_remove(next.value, null) = '{}';
    insert into registry.submission values (next.*);
    return next.number;
end
$$;

-- Refuses a form with gaps that are not allowed for, and names all of them. `lack` says what is missing: a gap of the
-- kind `value` passes if the form says so; one of any other kind never does.
create function ranking.require_complete(missing text[], lacks text[], with_gaps boolean) returns void
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    refused text := (
        select string_agg(item.code, ', ' order by item.index)
        from unnest(require_complete.missing, require_complete.lacks) with ordinality item (code, lack, index)
        where item.lack <> 'value' or not coalesce(require_complete.with_gaps, false));
begin
    if refused is not null then
        raise exception using errcode = 'RK204', message = 'declaration_incomplete', detail = refused;
    end if;
end
$$;
