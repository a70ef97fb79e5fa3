-- The order of lists by the share of what could be reached, several publications of a period with their texts, and results
-- that everybody reads once they are published.

-- The order of lists, ascending: by rank, within a rank by total ÷ available maximum, offices without a rank last, of them
-- those without a total after the others. Equal keys share a position; in a list they follow each other by code. This is
-- the one place where the order is said.
--
-- It is exact: fractions whose parts are at most 2²⁰ differ by at least 2⁻⁴⁰, so times 2⁴¹ they have different whole
-- parts, and no share exceeds 1, so ranks, 2⁴⁴ apart, never meet. Where nothing could be reached, as by an office that
-- took no part, the share is 0: such an office stands behind all that were scored.
create function registry.list_key(rank smallint, total integer, available integer) returns bigint
language sql immutable parallel safe
begin atomic
    select case when list_key.rank is not null then list_key.rank when list_key.total is not null then 32768 else 65536
        end * 17592186044416
        - case when list_key.available > 0 and list_key.total is not null then
              -- The whole part below, also of a total below zero.
              (list_key.total * 2199023255552 - ((list_key.total * 2199023255552) % list_key.available
               + list_key.available) % list_key.available) / list_key.available
          else 0 end;
end;
grant execute on function registry.list_key(smallint, integer, integer) to pishkhan_views, pishkhan_commands;

-- What an office would have of the full maximum at the share that it has: for people to see what the order goes by. It is
-- rounded down; the order itself is not taken from it.
create function registry.adjusted_total(total integer, full_maximum integer, available integer) returns integer
language sql immutable parallel safe
begin atomic
    select case when adjusted_total.available > 0
        then (adjusted_total.total::bigint * adjusted_total.full_maximum / adjusted_total.available)::integer
        else adjusted_total.total end;
end;
-- A view's functions are called by whoever reads it.
grant execute on function registry.adjusted_total(integer, integer, integer)
    to pishkhan_views, pishkhan_commands, pishkhan_app;

alter table registry.assessment
    drop column list_key,
    add column list_key bigint not null generated always as (registry.list_key(rank, total, available_maximum)) stored,
    -- Beyond these bounds two different shares could have the same key.
    add constraint order_of_lists_is_exact check
        (full_maximum between 0 and 1048576 and available_maximum between 0 and full_maximum
         and (total is null or total between 0 and 1048576));
drop function registry.list_key(smallint, integer);
create index assessment_run_id_census_id_list_key_code_idx
    on registry.assessment (run_id, census_id, list_key, code collate "C");
create index assessment_run_id_province_id_list_key_code_idx
    on registry.assessment (run_id, province_id, list_key, code collate "C");

-- Publications of one period: number 1, and corrections of the same census.
alter table registry.evaluation_period add constraint period_census_is_named_once unique (id, census_id);
alter table registry.publication
    add column census_id bigint not null,
    -- Of a correction.
    add column reason text,
    -- The number that this one follows.
    add column previous integer generated always as (nullif(number - 1, 0)) stored,
    add column text_kind text not null generated always as ('results') stored,
    add constraint publication_reads_the_census_of_its_period foreign key (period_id, census_id)
        references registry.evaluation_period (id, census_id),
    add constraint publication_run_reads_its_census foreign key (run_id, census_id)
        references registry.run (id, census_id),
    add constraint publications_are_numbered_without_gaps foreign key (period_id, previous)
        references registry.publication (period_id, number),
    add constraint correction_has_a_reason check ((number > 1) = (coalesce(btrim(reason), '') <> '')),
    add constraint run_is_published_once unique (run_id),
    add constraint publication_digest_is_its_own unique (id, digest);
create index publication_period_id_census_id_idx on registry.publication (period_id, census_id);
create index publication_run_id_census_id_idx on registry.publication (run_id, census_id);
create index publication_period_id_previous_idx on registry.publication (period_id, previous);

-- The very bytes of a publication: the canonical text of its results, and the facts that they were made from.
create table registry.publication_text (
    publication_id integer not null references registry.publication,
    kind text not null,
    digest text not null,
    text bytea not null,
    results_digest text generated always as (case when kind = 'results' then digest end) stored,
    primary key (publication_id, kind),
    constraint publication_text_kind_is_known check (kind in ('results', 'facts')),
    constraint publication_text_has_its_digest check (digest = encode(sha256(text), 'hex')),
    constraint results_text_is_that_of_the_publication foreign key (publication_id, results_digest)
        references registry.publication (id, digest)
);
create index publication_text_publication_id_results_digest_idx
    on registry.publication_text (publication_id, results_digest);
alter table registry.publication
    add constraint publication_has_its_text foreign key (id, text_kind)
        references registry.publication_text (publication_id, kind) deferrable initially deferred;
create index publication_id_text_kind_idx on registry.publication (id, text_kind);
create trigger publication_text_is_append_only before update or delete or truncate on registry.publication_text
    for each statement execute function registry.refuse_change();
-- It names decisions about violations, so it is for whoever reads the facts of every province.
alter table registry.publication_text enable row level security;
create policy publication_text_is_read_by_readers_of_facts on registry.publication_text
    for select to pishkhan_views, pishkhan_commands
    using ((select registry.actor_is_national()) and (select registry.actor_may('read_facts')));
grant select on registry.publication_text to pishkhan_views, pishkhan_commands;

-- A published period shows its newest publication, whichever of the two was written last.
create function registry.guard_newest_publication() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if not exists (
        select from registry.evaluation_period e
        where e.id = new.period_id and e.state = 'published'
            and e.run_id = (select p.run_id from registry.publication p where p.period_id = e.id
                            order by p.number desc limit 1)
    ) then
        raise exception using errcode = '23514', constraint = 'newest_publication_is_current',
            message = 'newest_publication_is_current';
    end if;
    return null;
end
$$;
create constraint trigger newest_publication_is_current after insert on registry.publication
    deferrable initially deferred for each row execute function registry.guard_newest_publication();

create or replace function registry.guard_period_state() returns trigger
language plpgsql as $$
declare
    shown registry.evaluation_period := new;
begin
    if old.state = 'published' then
        -- Nothing but the run, and that to the one of the newest publication.
        shown.run_id := old.run_id;
        if new.run_id is not distinct from old.run_id or shown is distinct from old then
            raise exception using errcode = 'RK302', message = 'published_is_final', detail = old.half_year;
        end if;
        if new.run_id is distinct from (select p.run_id from registry.publication p where p.period_id = old.id
                                        order by p.number desc limit 1) then
            raise exception using errcode = '23514', constraint = 'newest_publication_is_current',
                message = 'newest_publication_is_current';
        end if;
        return new;
    end if;
    if new.half_year <> old.half_year or new.first_on <> old.first_on or new.last_on <> old.last_on
        or (new.census_on <> old.census_on and old.state <> 'planned')
        or (old.scheme_id is not null and new.scheme_id is distinct from old.scheme_id) then
        raise exception using errcode = 'RK305', message = 'period_terms_are_fixed', detail = old.half_year;
    end if;
    if new.state <> old.state and (old.state, new.state) not in (
        ('planned', 'open'), ('open', 'closed'), ('closed', 'ranked'), ('ranked', 'preview'), ('preview', 'published'),
        ('closed', 'open'), ('ranked', 'open'), ('preview', 'open')) then
        raise exception using errcode = 'RK102', message = 'period_state', detail = old.state || ' → ' || new.state;
    end if;
    if new.state = 'published' and not exists (
        select from registry.publication p where p.period_id = new.id and p.run_id = new.run_id) then
        raise exception using errcode = '23514', constraint = 'published_period_has_a_publication',
            message = 'published_period_has_a_publication';
    end if;
    return new;
end
$$;

-- What is published, everybody reads, of every province: a second permissive policy beside the one of the scope.
create function registry.published_runs() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return array(select publication.run_id from registry.publication);
end
$$;
create function registry.published_censuses() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return array(select distinct publication.census_id from registry.publication);
end
$$;
-- Runs and censuses that only who works on a period reads, in the provinces of its scope.
create function registry.unpublished_runs() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return case when registry.actor_may('read_unpublished') then array(
        select run.id from registry.run
        where not exists (select from registry.publication where publication.run_id = run.id))
    else '{}'::bigint[] end;
end
$$;
create function registry.unpublished_censuses() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return case when registry.actor_may('read_unpublished') then array(
        select census.id from registry.census
        where not exists (select from registry.publication where publication.census_id = census.id))
    else '{}'::bigint[] end;
end
$$;
create or replace function registry.actor_runs() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return registry.published_runs() || registry.unpublished_runs();
end
$$;
create or replace function registry.actor_censuses() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return registry.published_censuses() || registry.unpublished_censuses();
end
$$;
grant execute on function registry.published_runs(), registry.published_censuses(), registry.unpublished_runs(),
    registry.unpublished_censuses() to pishkhan_views, pishkhan_commands, pishkhan_app;

alter policy assessment_is_read_in_scope on registry.assessment
    using (province_id = any ((select registry.actor_provinces())::integer[])
           and run_id = any ((select registry.unpublished_runs())::bigint[]));
create policy published_assessment_is_read_by_everybody on registry.assessment
    for select to pishkhan_views, pishkhan_commands
    using (run_id = any ((select registry.published_runs())::bigint[]));
alter policy census_office_is_read_in_scope on registry.census_office
    using (province_id = any ((select registry.actor_provinces())::integer[])
           and census_id = any ((select registry.unpublished_censuses())::bigint[]));
create policy published_census_office_is_read_by_everybody on registry.census_office
    for select to pishkhan_views, pishkhan_commands
    using (census_id = any ((select registry.published_censuses())::bigint[]));

insert into registry.role_deed (role, deed) values ('headquarters', 'publish_correction');

drop index registry.act_of_period_idx;
create index act_of_period_idx on registry.act (subject) where kind in (
    'plan_period', 'schedule_period', 'open_period', 'reopen_period', 'close_period', 'rank', 'publish',
    'publish_correction');
