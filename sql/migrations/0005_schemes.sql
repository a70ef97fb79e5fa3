-- Adopted schemes, frozen by their hash: criteria, sources of the values, penalties and ranks.

-- Thousandths of a point.
create domain registry.millipoints as integer;

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
    -- The file of the scheme, including comments.
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
create trigger scheme_is_frozen before update or delete or truncate on registry.scheme
    for each statement execute function registry.refuse_change();
grant select on registry.scheme to pishkhan_views, pishkhan_commands;
grant insert on registry.scheme to pishkhan_commands;

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
create trigger criterion_group_is_frozen before update or delete or truncate on registry.criterion_group
    for each statement execute function registry.refuse_change();
grant select on registry.criterion_group to pishkhan_views, pishkhan_commands;
grant insert on registry.criterion_group to pishkhan_commands;

-- The sources of the values.
create table registry.source (
    scheme_id integer not null references registry.scheme,
    position smallint not null,
    code text not null,
    title_fa text not null,
    title_en text not null,
    kind text not null,
    -- True for the source whose newest submission decides whether an office took part.
    is_declaration boolean not null,
    review text not null,
    -- The days for an answer to an adverse verdict.
    reply_days smallint,
    -- The mask of its criteria, bit 0 for the first.
    criteria bigint not null,
    primary key (scheme_id, position),
    constraint source_code_is_unique_in_scheme unique (scheme_id, code),
    constraint source_kind_is_known check (kind in ('values', 'survey')),
    constraint source_review_is_known check (review in ('none', 'optional', 'required')),
    constraint declaration_is_of_values check (not is_declaration or kind = 'values'),
    constraint source_criteria_are_a_mask check (criteria >= 0)
);
create unique index source_is_one_declaration_idx on registry.source (scheme_id) where is_declaration;
create trigger source_is_frozen before update or delete or truncate on registry.source
    for each statement execute function registry.refuse_change();
grant select on registry.source to pishkhan_views, pishkhan_commands;
grant insert on registry.source to pishkhan_commands;

-- The roles that speak for a source.
create table registry.source_writer (
    scheme_id integer not null,
    source smallint not null,
    role text not null,
    -- True if the role speaks on behalf of the source: only until the source has spoken.
    is_on_behalf boolean not null,
    primary key (scheme_id, source, role),
    constraint writer_is_of_a_source foreign key (scheme_id, source) references registry.source (scheme_id, position),
    constraint writer_role_is_one_plain_word check (role ~ '^[a-z]+(_[a-z]+)*$')
);
create trigger source_writer_is_frozen before update or delete or truncate on registry.source_writer
    for each statement execute function registry.refuse_change();
grant select on registry.source_writer to pishkhan_views, pishkhan_commands;
grant insert on registry.source_writer to pishkhan_commands;

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
    -- The field of the register with the same fact.
    register_field text,
    primary key (scheme_id, position),
    constraint criterion_group_is_known foreign key (scheme_id, group_position)
        references registry.criterion_group (scheme_id, position),
    constraint criterion_source_is_known foreign key (scheme_id, source) references registry.source (scheme_id, code),
    constraint criterion_code_is_unique_in_scheme unique (scheme_id, code),
    constraint register_field_is_known check (register_field in ('floor_area', 'staff_count', 'insured_staff_count',
        'disabled_staff_count', 'has_signboard', 'is_accessible', 'posts_tariff'))
);
create index criterion_scheme_id_group_position_idx on registry.criterion (scheme_id, group_position);
create index criterion_scheme_id_source_idx on registry.criterion (scheme_id, source);
create trigger criterion_is_frozen before update or delete or truncate on registry.criterion
    for each statement execute function registry.refuse_change();
grant select on registry.criterion to pishkhan_views, pishkhan_commands;
grant insert on registry.criterion to pishkhan_commands;

-- Relations between values: the value of one criterion is at most that of another.
create table registry.value_check (
    scheme_id integer not null,
    criterion smallint not null,
    at_most smallint not null,
    primary key (scheme_id, criterion, at_most),
    constraint checked_criterion_is_known foreign key (scheme_id, criterion)
        references registry.criterion (scheme_id, position),
    constraint bounding_criterion_is_known foreign key (scheme_id, at_most)
        references registry.criterion (scheme_id, position),
    constraint value_is_checked_against_another check (criterion <> at_most)
);
create index value_check_scheme_id_at_most_idx on registry.value_check (scheme_id, at_most);
create trigger value_check_is_frozen before update or delete or truncate on registry.value_check
    for each statement execute function registry.refuse_change();
grant select on registry.value_check to pishkhan_views, pishkhan_commands;
grant insert on registry.value_check to pishkhan_commands;

create table registry.penalty_rule (
    scheme_id integer not null references registry.scheme,
    kind text not null,
    title_fa text not null,
    title_en text not null,
    clause text not null,
    primary key (scheme_id, kind)
);
create trigger penalty_rule_is_frozen before update or delete or truncate on registry.penalty_rule
    for each statement execute function registry.refuse_change();
grant select on registry.penalty_rule to pishkhan_views, pishkhan_commands;
grant insert on registry.penalty_rule to pishkhan_commands;

create table registry.rank_threshold (
    scheme_id integer not null references registry.scheme,
    rank smallint not null,
    title_fa text not null,
    title_en text not null,
    service_ceiling smallint not null,
    primary key (scheme_id, rank),
    constraint service_ceiling_is_a_share check (service_ceiling between 0 and 100)
);
create trigger rank_threshold_is_frozen before update or delete or truncate on registry.rank_threshold
    for each statement execute function registry.refuse_change();
grant select on registry.rank_threshold to pishkhan_views, pishkhan_commands;
grant insert on registry.rank_threshold to pishkhan_commands;
