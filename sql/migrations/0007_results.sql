-- The frozen census of a period, runs, assessments and publications: append-only, proved on the way in.
create table registry.census (
    -- A revision: a run reads the period's facts up to it.
    id bigint primary key,
    period_id integer not null references registry.evaluation_period,
    census_on date not null,
    office_count integer not null,
    taken_at timestamptz not null,
    constraint census_is_of_its_period unique (id, period_id)
);
create index census_period_id_idx on registry.census (period_id);

create table registry.census_office (
    census_id bigint not null references registry.census,
    office_id bigint not null,
    code text not null,
    province_id integer not null,
    county_id integer not null references registry.county,
    locality_id integer not null references registry.locality,
    kind text not null,
    holder_id bigint not null references registry.licence_holder,
    licence_state text not null,
    licensed_on date not null,
    expires_on date,
    -- The last declaration of an earlier period, the office's own or of the office it followed under another code.
    earlier_office_id bigint,
    earlier_period_id integer,
    earlier_revision bigint,
    was_carried_already boolean not null,
    primary key (census_id, office_id),
    constraint census_office_is_an_office foreign key (office_id, province_id) references registry.office (id, province_id),
    constraint earlier_declaration_is_known foreign key (earlier_office_id, earlier_period_id, earlier_revision)
        references registry.declaration (office_id, period_id, revision) match full
);
create index census_office_office_id_province_id_idx on registry.census_office (office_id, province_id);
create index census_office_county_id_idx on registry.census_office (county_id);
create index census_office_locality_id_idx on registry.census_office (locality_id);
create index census_office_holder_id_idx on registry.census_office (holder_id);
create index census_office_earlier_declaration_idx
    on registry.census_office (earlier_office_id, earlier_period_id, earlier_revision);

create table registry.run (
    id bigint generated always as identity primary key,
    period_id integer not null references registry.evaluation_period,
    census_id bigint not null,
    scheme_id integer not null references registry.scheme,
    -- SHA-256 of the canonical text of the results.
    digest text not null,
    actor_id integer not null references registry.account,
    ran_at timestamptz not null,
    made_in xid8 not null default pg_current_xact_id(),
    constraint run_reads_a_census_of_its_period foreign key (census_id, period_id)
        references registry.census (id, period_id),
    constraint run_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
    constraint run_is_of_its_census unique (id, census_id)
);
create index run_period_id_idx on registry.run (period_id);
create index run_census_id_period_id_idx on registry.run (census_id, period_id);
create index run_scheme_id_idx on registry.run (scheme_id);
create index run_actor_id_idx on registry.run (actor_id);

create function registry.sum_of(amounts integer[]) returns bigint
language sql immutable parallel safe
begin atomic
    select coalesce(sum(amount), 0) from unnest(sum_of.amounts) amount;
end;

create table registry.assessment (
    run_id bigint not null,
    census_id bigint not null,
    office_id bigint not null,
    province_id integer not null,
    standing text not null,
    rank_origin text,
    rank smallint,
    rank_before_caps smallint,
    total registry.millipoints,
    penalty registry.millipoints not null,
    minimum_total registry.millipoints not null,
    full_maximum registry.millipoints not null,
    available_maximum registry.millipoints not null,
    -- One element a criterion, in the order of the scheme; empty where nothing was scored.
    value bigint[] not null,
    points integer[] not null,
    line_state smallint[] not null,
    group_points integer[] not null,
    -- One element a decision that takes points.
    penalty_decision text[] not null,
    penalty_kind text[] not null,
    penalty_occurrence smallint[] not null,
    penalty_points integer[] not null,
    primary key (run_id, office_id),
    constraint assessment_is_of_a_run foreign key (run_id, census_id) references registry.run (id, census_id),
    constraint assessment_is_of_the_census foreign key (census_id, office_id)
        references registry.census_office (census_id, office_id),
    constraint standing_is_known check
        (standing in ('ranked', 'insufficient', 'not_available', 'awaiting', 'suspended', 'closed')),
    constraint origin_is_known check (rank_origin in ('earned', 'defaulted', 'carried_forward')),
    constraint only_ranked_offices_have_a_rank check
        ((standing = 'ranked') = (rank is not null) and (standing = 'ranked') = (rank_origin is not null)),
    constraint scored_offices_have_a_total check ((standing in ('ranked', 'insufficient')) = (total is not null)),
    constraint lines_have_equal_lengths check
        (cardinality(value) = cardinality(points) and cardinality(points) = cardinality(line_state)),
    constraint penalties_have_equal_lengths check
        (cardinality(penalty_decision) = cardinality(penalty_points)
         and cardinality(penalty_kind) = cardinality(penalty_points)
         and cardinality(penalty_occurrence) = cardinality(penalty_points)),
    constraint total_is_groups_less_penalty check
        (cardinality(points) = 0
         or total = greatest(registry.sum_of(group_points) - penalty, minimum_total)),
    constraint silence_gets_the_minimum check
        (rank_origin is distinct from 'defaulted'
         or (total = minimum_total and penalty = 0 and cardinality(points) = 0)),
    constraint penalty_is_not_negative check (penalty >= 0 and penalty <= registry.sum_of(penalty_points)),
    constraint cap_never_lifts_a_rank check (rank >= rank_before_caps)
);
grant execute on function registry.sum_of(integer[]) to pishkhan_views, pishkhan_commands;
create index assessment_run_id_province_id_rank_idx on registry.assessment (run_id, province_id, rank, total desc);
create index assessment_run_id_census_id_idx on registry.assessment (run_id, census_id);
create index assessment_census_id_office_id_idx on registry.assessment (census_id, office_id);
create index assessment_office_id_idx on registry.assessment (office_id);

-- Rows are accepted only in the transaction that made their run.
create function registry.guard_assessment_run() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if exists (
        select from (select distinct run_id from added) touched join registry.run on run.id = touched.run_id
        where run.made_in <> pg_current_xact_id()
    ) then
        raise exception using errcode = 'RK306', message = 'run_is_complete';
    end if;
    return null;
end
$$;
create trigger assessment_belongs_to_its_runs_transaction after insert on registry.assessment
    referencing new table as added for each statement execute function registry.guard_assessment_run();

-- Ranks, lines and groups must be those of the scheme, none above its maximum. Highest points per place come from one pass
-- over the arrays: unnesting two million elements costs five times as much.
create function registry.guard_assessment_scheme() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    adopted integer;
    highest integer[];
    highest_group integer[];
    maxima integer[];
    group_maxima integer[];
    last_rank smallint;
begin
    for adopted in
        select distinct run.scheme_id from (select distinct run_id from added) touched
        join registry.run on run.id = touched.run_id
    loop
        maxima := array(select maximum from registry.criterion c where c.scheme_id = adopted
                        order by position);
        group_maxima := array(select maximum from registry.criterion_group g
                              where g.scheme_id = adopted order by position);
        if exists (select from added join registry.run on run.id = added.run_id
                   where run.scheme_id = adopted
                     and (cardinality(points) not in (0, cardinality(maxima))
                          or cardinality(group_points) <> case cardinality(points) when 0 then 0
                                                          else cardinality(group_maxima) end)) then
            raise exception using errcode = '23514', constraint = 'lines_are_those_of_the_scheme',
                message = 'lines_are_those_of_the_scheme';
        end if;
        last_rank := (select count(*) from registry.rank_threshold t where t.scheme_id = adopted);
        if exists (select from added join registry.run on run.id = added.run_id
                   where run.scheme_id = adopted
                     and (rank not between 1 and last_rank or rank_before_caps not between 1 and last_rank)) then
            raise exception using errcode = '23514', constraint = 'rank_is_of_the_scheme',
                message = 'rank_is_of_the_scheme';
        end if;
        execute 'select ' || registry.highest_of('points', cardinality(maxima)) || ', '
            || registry.highest_of('group_points', cardinality(group_maxima))
            || ' from added join registry.run on run.id = added.run_id where run.scheme_id = $1'
            into highest, highest_group using adopted;
        if exists (select from unnest(highest, maxima) as line (points, maximum) where line.points > line.maximum)
            or exists (select from unnest(highest_group, group_maxima) as line (points, maximum)
                       where line.points > line.maximum) then
            raise exception using errcode = '23514', constraint = 'points_within_maximum',
                message = 'points_within_maximum';
        end if;
    end loop;
    return null;
end
$$;

-- The expression `array[max(points[1]), max(points[2]), …]`.
create function registry.highest_of(column_name text, places integer) returns text
language sql immutable
begin atomic
    select 'array[' || coalesce(string_agg(format('max(%I[%s])', highest_of.column_name, place), ', ' order by place), '')
        || ']::integer[]'
    from generate_series(1, highest_of.places) place;
end;
create trigger assessment_is_within_its_scheme after insert on registry.assessment
    referencing new table as added for each statement execute function registry.guard_assessment_scheme();

create table registry.publication (
    id integer generated always as identity primary key,
    period_id integer not null references registry.evaluation_period,
    number integer not null,
    run_id bigint not null references registry.run,
    digest text not null,
    published_at timestamptz not null,
    constraint publication_number_is_unique unique (period_id, number)
);
create index publication_run_id_idx on registry.publication (run_id);

do $$
declare
    subject text;
begin
    foreach subject in array array['census', 'census_office', 'run', 'assessment', 'publication'] loop
        execute format(
            'create trigger %I before update or delete or truncate on registry.%I
                 for each statement execute function registry.refuse_change()',
            subject || '_is_append_only', subject);
        execute format('grant select on registry.%I to pishkhan_views, pishkhan_commands', subject);
    end loop;
    foreach subject in array array['census_office', 'assessment'] loop
        execute format('alter table registry.%I enable row level security', subject);
        execute format(
            'create policy %I on registry.%I for select to pishkhan_views, pishkhan_commands
                 using (province_id = any ((select registry.actor_provinces())::integer[]))',
            subject || '_is_read_in_scope', subject);
    end loop;
end
$$;

alter table registry.evaluation_period
    add constraint period_census_is_its_own foreign key (census_id, id) references registry.census (id, period_id),
    add constraint period_run_is_known foreign key (run_id) references registry.run (id);
create index evaluation_period_census_id_id_idx on registry.evaluation_period (census_id, id);
create index evaluation_period_run_id_idx on registry.evaluation_period (run_id);
