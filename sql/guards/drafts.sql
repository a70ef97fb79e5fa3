-- Drafts: who sees them, and what they may hold.

-- One number for a half-year, a source and a way of speaking for it, which policies compare.
create or replace function registry.speaking(period_id integer, source smallint, is_on_behalf boolean) returns bigint
language sql immutable parallel safe
begin atomic
    select speaking.period_id::bigint * 512 + speaking.source * 2 + speaking.is_on_behalf::integer;
end;
grant execute on function registry.speaking(integer, smallint, boolean) to pishkhan_views, pishkhan_commands;

-- What the actor's role speaks for, in every half-year with a scheme.
create or replace function registry.actor_speaking() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return array(
        select registry.speaking(p.id, w.source, w.is_on_behalf)
        from registry.account a
        join registry.source_writer w on w.role = a.role
        join registry.evaluation_period p on p.scheme_id = w.scheme_id
        where a.id = registry.actor() and a.is_active);
end
$$;
grant execute on function registry.actor_speaking() to pishkhan_views, pishkhan_commands;

-- The criteria that a form of a source has for a kind of office, as a mask.
create or replace function registry.criteria_of_form(scheme_id integer, source text, kind text) returns bigint
language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce(bit_or(1::bigint << c.position::integer), 0) from registry.criterion c
    where c.scheme_id = criteria_of_form.scheme_id and c.source = criteria_of_form.source
        and criteria_of_form.kind = any (c.kinds)
$$;
grant execute on function registry.criteria_of_form(integer, text, text) to pishkhan_commands;

-- A draft is of an open half-year and of an account that speaks for its source, and holds only criteria of its source
-- and of its office's kind. Its days are not asked: only a submission has to be in time.
create or replace function registry.guard_draft() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    scheme integer := registry.open_period_scheme(new.period_id);
    source registry.source;
    criteria bigint;
begin
    select * into source from registry.source s where s.scheme_id = scheme and s.position = new.source;
    if new.actor_id is distinct from registry.actor() then
        raise exception using errcode = 'RK511', message = 'not_the_actor';
    end if;
    if registry.actor_speaks_on_behalf(scheme, new.source) is distinct from new.is_on_behalf then
        raise exception using errcode = 'RK201', message = 'source_of_another', detail = source.code;
    end if;
    criteria := registry.criteria_of_form(scheme, source.code,
        (select o.kind from registry.office o where o.id = new.office_id));
    if new.said & ~criteria <> 0
        or cardinality(new.value) <> (select count(*) from registry.criterion c where c.scheme_id = scheme)
        or exists (select from unnest(new.value) with ordinality given (value, index)
                   where given.value is not null and new.said & (1::bigint << (given.index - 1)::integer) = 0) then
        perform registry.refuse_constraint('draft_speaks_of_its_criteria');
    end if;
    new.version := case tg_op when 'INSERT' then 0 else old.version + 1 end;
    new.updated_at := clock_timestamp();
    return new;
end
$$;
