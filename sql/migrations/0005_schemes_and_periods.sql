-- Adopted schemes, frozen by their hash, and evaluation periods with their states.
create table registry.scheme (
    id integer generated always as identity primary key,
    code text not null,
    version integer not null,
    title_fa text not null,
    title_en text not null,
    is_sample boolean not null,
    legal_basis text not null,
    valid_from text not null,
    valid_to text,
    -- SHA-256 of the canonical text, in hexadecimal.
    hash text not null,
    canonical_text text not null,
    -- The file as it was adopted, comments and all.
    document text not null,
    minimum_total registry.millipoints not null,
    non_participation_policy text not null,
    unranked_ceiling smallint not null,
    constraint scheme_version_is_unique unique (code, version),
    constraint scheme_hash_is_unique unique (hash),
    constraint scheme_hash_is_of_its_text check (hash = encode(sha256(convert_to(canonical_text, 'UTF8')), 'hex')),
    constraint non_participation_policy_is_known check
        (non_participation_policy in ('default_last_rank', 'carry_forward', 'unrated')),
    constraint unranked_ceiling_is_a_share check (unranked_ceiling between 0 and 100)
);

create table registry.criterion_group (
    scheme_id integer not null references registry.scheme,
    position smallint not null,
    code text not null,
    title_fa text not null,
    title_en text not null,
    maximum registry.millipoints not null,
    primary key (scheme_id, position),
    constraint group_code_is_unique_in_scheme unique (scheme_id, code)
);

create table registry.criterion (
    scheme_id integer not null,
    position smallint not null,
    code text not null,
    group_position smallint not null,
    title_fa text not null,
    title_en text not null,
    source text not null,
    -- The kinds of office for which the criterion exists.
    kinds text[] not null,
    value_type text not null,
    maximum registry.millipoints not null,
    clause text not null,
    primary key (scheme_id, position),
    constraint criterion_group_is_known foreign key (scheme_id, group_position)
        references registry.criterion_group (scheme_id, position),
    constraint criterion_code_is_unique_in_scheme unique (scheme_id, code)
);
create index criterion_scheme_id_group_position_idx on registry.criterion (scheme_id, group_position);

create table registry.penalty_rule (
    scheme_id integer not null references registry.scheme,
    kind text not null,
    title_fa text not null,
    title_en text not null,
    clause text not null,
    primary key (scheme_id, kind)
);

create table registry.rank_threshold (
    scheme_id integer not null references registry.scheme,
    rank smallint not null,
    title_fa text not null,
    title_en text not null,
    service_ceiling smallint not null,
    primary key (scheme_id, rank),
    constraint service_ceiling_is_a_share check (service_ceiling between 0 and 100)
);

create table registry.evaluation_period (
    id integer generated always as identity primary key,
    half_year text not null,
    first_on date not null,
    last_on date not null,
    census_on date not null,
    state text not null default 'planned',
    scheme_id integer references registry.scheme,
    census_id bigint,
    run_id bigint,
    constraint half_year_is_well_formed check (half_year ~ '^1[2-6][0-9]{2}-H[12]$'),
    constraint half_year_is_planned_once unique (half_year),
    constraint period_has_its_days check (last_on - first_on between 177 and 185),
    constraint census_lies_in_or_after_the_period check (census_on >= first_on),
    constraint period_state_is_known check (state in ('planned', 'open', 'closed', 'ranked', 'preview', 'published')),
    constraint open_period_has_a_scheme check (state = 'planned' or scheme_id is not null),
    constraint closed_period_has_a_census check (state in ('planned', 'open') or census_id is not null),
    constraint ranked_period_has_a_run check (state in ('planned', 'open', 'closed') or run_id is not null),
    constraint periods_do_not_overlap exclude using gist (daterange(first_on, last_on, '[]') with &&)
);
create index evaluation_period_scheme_id_idx on registry.evaluation_period (scheme_id);

-- planned → open → closed → ranked → preview → published; reopen leads from closed, ranked, preview back to open.
create function registry.guard_period_state() returns trigger
language plpgsql as $$
begin
    if old.state = 'published' then
        raise exception using errcode = 'RK302', message = 'published_is_final', detail = old.half_year;
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
    return new;
end
$$;
create trigger period_moves_by_its_states before update on registry.evaluation_period
    for each row execute function registry.guard_period_state();
create trigger period_is_never_deleted before delete or truncate on registry.evaluation_period
    for each statement execute function registry.refuse_change();

create trigger scheme_is_frozen before update or delete or truncate on registry.scheme
    for each statement execute function registry.refuse_change();
create trigger criterion_group_is_frozen before update or delete or truncate on registry.criterion_group
    for each statement execute function registry.refuse_change();
create trigger criterion_is_frozen before update or delete or truncate on registry.criterion
    for each statement execute function registry.refuse_change();
create trigger penalty_rule_is_frozen before update or delete or truncate on registry.penalty_rule
    for each statement execute function registry.refuse_change();
create trigger rank_threshold_is_frozen before update or delete or truncate on registry.rank_threshold
    for each statement execute function registry.refuse_change();

grant select on registry.scheme, registry.criterion_group, registry.criterion, registry.penalty_rule,
    registry.rank_threshold, registry.evaluation_period to pishkhan_views, pishkhan_commands;
grant insert on registry.scheme, registry.criterion_group, registry.criterion, registry.penalty_rule,
    registry.rank_threshold, registry.evaluation_period to pishkhan_commands;
grant update on registry.evaluation_period to pishkhan_commands;
