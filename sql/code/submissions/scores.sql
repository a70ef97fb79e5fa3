-- Owner: pishkhan_commands
-- Values of the sources other than the declaration: the association's scores, surveys as means with the number of people
-- who answered. They have no draft: a form is stored at once.

-- Checks that the actor may fill a source's form about an office, and returns by which scheme and for which kind of
-- office it is read.
create function ranking.begin_score(half_year text, office_code text, source text, out scheme_id integer, out kind text)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    office registry.office;
begin
    perform ranking.require_permission('enter_score');
    office := ranking.office_of_form(begin_score.office_code);
    period := ranking.period_of_form(begin_score.half_year);
    perform ranking.require_speaker(ranking.source_of_form(period.scheme_id, begin_score.source));
    scheme_id := period.scheme_id;
    kind := office.kind;
end
$$;
grant execute on function ranking.begin_score(text, text, text) to pishkhan_app;

-- The given items in the order of the scheme; items that are not given are null.
create function ranking.in_order_of_scheme(scheme_id integer, criteria text[], "values" bigint[]) returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    unknown text := (
        select given from unnest(in_order_of_scheme.criteria) given
        where not exists (select from registry.criterion c
                          where c.scheme_id = in_order_of_scheme.scheme_id and c.code = given) limit 1);
begin
    if unknown is not null then
        raise exception using errcode = 'RK618', message = 'unknown_criterion', detail = unknown;
    end if;
    return (
        select array_agg(given.value order by c.position)
        from registry.criterion c
        left join unnest(in_order_of_scheme.criteria, in_order_of_scheme."values") given (code, value)
            on given.code = c.code
        where c.scheme_id = in_order_of_scheme.scheme_id);
end
$$;

-- Stores the values of a source about an office; what is not given is a gap, and is said. Returns the number of the
-- submission.
create function ranking.enter_score(
    half_year text, office_code text, source text, based_on integer, with_gaps boolean, criteria text[],
    "values" bigint[], respondents bigint[], survey_mode text
) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    office registry.office;
    known registry.source;
    is_on_behalf boolean;
    before registry.submission;
    asked bigint;
    form bigint[];
    answered integer[];
    missing record;
    news bigint;
    number integer;
begin
    perform ranking.require_permission('enter_score');
    office := ranking.office_of_form(enter_score.office_code);
    period := ranking.period_of_form(enter_score.half_year);
    known := ranking.source_of_form(period.scheme_id, enter_score.source);
    is_on_behalf := ranking.require_speaker(known);
    asked := registry.criteria_of_form(period.scheme_id, known.code, office.kind);
    before := ranking.submission_before(period.id, office.id, known.position, enter_score.based_on);
    form := ranking.in_order_of_scheme(period.scheme_id, enter_score.criteria, enter_score."values");
    answered := ranking.in_order_of_scheme(period.scheme_id, enter_score.criteria, enter_score.respondents);
    if exists (select from unnest(form) with ordinality item (value, index)
               where item.value is not null and asked & (1::bigint << (item.index - 1)::integer) = 0) then
        perform registry.refuse_constraint('submission_speaks_of_its_criteria');
    end if;
    select array_agg(c.code order by c.position) as codes, array_agg('value'::text) as lacks into missing
    from registry.criterion c
    where c.scheme_id = period.scheme_id and asked & (1::bigint << c.position::integer) <> 0
        and form[c.position + 1] is null;
    perform ranking.require_complete(missing.codes, missing.lacks,
        enter_score.with_gaps and array_remove(form, null) <> '{}');
    news := ranking.news_of_form(before, asked, 0, form, answered, is_on_behalf);
    number := ranking.store_form(office, period.id, known, before, news, form, answered,
        nullif(btrim(enter_score.survey_mode), ''), is_on_behalf);
    if news <> 0 then
        perform registry.record_act('enter_score', office.code, null, jsonb_build_object('period', period.half_year,
            'source', known.code, 'number', number, 'with_gaps', missing.codes is not null));
    end if;
    return number;
end
$$;
grant execute on function ranking.enter_score(text, text, text, integer, boolean, text[], bigint[], bigint[], text)
    to pishkhan_app;
