-- Owner: pishkhan_commands
-- Forms as their speakers and the readers of facts see them. Those who speak for a source see what was said in its name,
-- even without the facts of other sources; only they see a draft.

-- The form that is asked for: its half-year, office and source; null names the declaration.
create function ranking.form_to_read(
    half_year text, office_code text, source text,
    out period_id integer, out scheme_id integer, out office_id bigint, out kind text, out source_position smallint
)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    known registry.source;
begin
    perform ranking.require_actor();
    select p.id, p.scheme_id into form_to_read.period_id, form_to_read.scheme_id
    from registry.evaluation_period p where p.half_year = form_to_read.half_year;
    if form_to_read.period_id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = form_to_read.half_year;
    end if;
    if form_to_read.scheme_id is null then
        raise exception using errcode = 'RK121', message = 'period_has_no_scheme', detail = form_to_read.half_year;
    end if;
    known := ranking.source_of_form(form_to_read.scheme_id, form_to_read.source);
    if registry.actor_speaks_on_behalf(form_to_read.scheme_id, known.position) is null then
        perform ranking.require_permission('read_facts');
    end if;
    select o.id, o.kind into form_to_read.office_id, form_to_read.kind
    from ranking.office_of_form(form_to_read.office_code) o;
    source_position := known.position;
end
$$;

-- The newest submission of a form, the draft over it, and what they lack.
create function ranking.form_head(half_year text, office_code text, source text)
returns table (
    scheme_id integer, kind text, source_code text, number integer, is_withdrawn boolean, is_on_behalf boolean,
    owner_has_spoken boolean, submitted_at timestamptz, submitted_by text, survey_mode text, draft_version integer,
    drafted_at timestamptz, drafted_by text, missing text[]
)
language sql stable security definer set search_path = registry, pg_temp as $$
    select f.scheme_id, f.kind, src.code, coalesce(s.number, 0), coalesce(s.is_withdrawn, false),
        coalesce(s.is_on_behalf, false), coalesce(s.owner_has_spoken, false), s.submitted_at, speaker.name,
        s.survey_mode, d.version, d.updated_at, drafter.name,
        array(select m.code from ranking.missing_items(f.office_id, f.period_id, f.source_position) m)
    from ranking.form_to_read(form_head.half_year, form_head.office_code, form_head.source) f
    join registry.source src on src.scheme_id = f.scheme_id and src.position = f.source_position
    left join lateral ranking.newest_submission(f.office_id, f.period_id, f.source_position) s on true
    left join registry.account speaker on speaker.id = s.actor_id
    left join registry.draft d on d.office_id = f.office_id and d.period_id = f.period_id
        and d.source = f.source_position and d.said <> 0
    left join registry.account drafter on drafter.id = d.actor_id
$$;
grant execute on function ranking.form_head(text, text, text) to pishkhan_app;

-- The items of a form in the order of the scheme, those of the office's kind: what is submitted, with the submission
-- that said it, the present verdict on it, and what the draft holds.
create function ranking.form_items(half_year text, office_code text, source text)
returns table (
    list_position integer, value bigint, respondents integer, said_in integer, said_at timestamptz, said_by text,
    is_on_behalf boolean, file_name text, verdict smallint, confirmed_value bigint, reason text, is_drafted boolean,
    draft_value bigint
)
language sql stable security definer set search_path = registry, pg_temp as $$
    select c.position::integer, s.value[c.position + 1], s.respondents[c.position + 1], s.said_in[c.position + 1],
        said.submitted_at, speaker.name, said.is_on_behalf, i.file_name, judged.verdict, judged.value, judged.reason,
        coalesce(d.said & (1::bigint << c.position::integer) <> 0, false), d.value[c.position + 1]
    from ranking.form_to_read(form_items.half_year, form_items.office_code, form_items.source) f
    join registry.source src on src.scheme_id = f.scheme_id and src.position = f.source_position
    join registry.criterion c on c.scheme_id = f.scheme_id and c.source = src.code and f.kind = any (c.kinds)
    left join lateral ranking.newest_submission(f.office_id, f.period_id, f.source_position) s on true
    left join registry.submission said on said.office_id = f.office_id and said.period_id = f.period_id
        and said.source = f.source_position and said.number = s.said_in[c.position + 1]
    left join registry.account speaker on speaker.id = said.actor_id
    left join registry.import i on i.id = said.import_id
    left join lateral ranking.newest_review(f.office_id, f.period_id, f.source_position) w on true
    -- A verdict on an earlier value of the item is none on this one.
    left join lateral (
        select w.verdict[c.position + 1], w.value[c.position + 1], w.reason[c.position + 1]
        where w.of_numbers[c.position + 1] = s.said_in[c.position + 1]
    ) judged (verdict, value, reason) on true
    left join registry.draft d on d.office_id = f.office_id and d.period_id = f.period_id
        and d.source = f.source_position
    order by c.position
$$;
grant execute on function ranking.form_items(text, text, text) to pishkhan_app;

-- What may be offered to the declaration of an office, one row for each of its criteria: the value that counted in the
-- last half-year in which the office, or the one that it continues, took part, as that half-year's scheme wrote it; and
-- what the register of offices holds. An offer is never stored by itself.
create function ranking.offered_values(half_year text, office_code text)
returns table (scheme_id integer, list_position integer, registered bigint, earlier_half_year text,
    earlier_scheme_id integer, earlier_position integer, earlier_value bigint)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    form record;
    source registry.source;
    office registry.office;
begin
    select * into form from ranking.form_to_read(offered_values.half_year, offered_values.office_code, null);
    source := ranking.source_of_form(form.scheme_id, null);
    perform ranking.require_speaker(source);
    office := ranking.office_of_form(offered_values.office_code);
    return query
    select c.scheme_id, c.position::integer,
        -- The fields are those of `register_field_is_known`; yes and no are 1 and 0 as values.
        case c.register_field when 'floor_area' then office.floor_area when 'staff_count' then office.staff_count
            when 'insured_staff_count' then office.insured_staff_count
            when 'disabled_staff_count' then office.disabled_staff_count
            when 'has_signboard' then office.has_signboard::integer
            when 'is_accessible' then office.is_accessible::integer
            when 'posts_tariff' then office.posts_tariff::integer end::bigint,
        counted.half_year, counted.scheme_id, e.position::integer, counted.value[e.position + 1]
    from registry.criterion c
    left join ranking.counted_before(office.id, form.period_id) counted on true
    left join registry.criterion e on e.scheme_id = counted.scheme_id and e.code = c.code
        and e.value_type = c.value_type
    where c.scheme_id = source.scheme_id and c.source = source.code and office.kind = any (c.kinds)
    order by c.position;
end
$$;
grant execute on function ranking.offered_values(text, text) to pishkhan_app;
