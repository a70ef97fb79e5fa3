-- Who supplies the values of a scheme's criteria, and which roles speak for them.
create table registry.source (
    scheme_id integer not null references registry.scheme,
    position smallint not null,
    code text not null,
    title_fa text not null,
    title_en text not null,
    kind text not null,
    -- Its newest submission decides whether an office took part.
    is_declaration boolean not null,
    review text not null,
    -- Days to answer an adverse verdict.
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

create table registry.source_writer (
    scheme_id integer not null,
    source smallint not null,
    role text not null,
    -- Not as the source itself: only until the source has spoken.
    is_on_behalf boolean not null,
    primary key (scheme_id, source, role),
    constraint writer_is_of_a_source foreign key (scheme_id, source) references registry.source (scheme_id, position),
    constraint writer_role_is_one_plain_word check (role ~ '^[a-z]+(_[a-z]+)*$')
);

-- Relations that values keep: that of a criterion is at most that of another.
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
create trigger value_check_is_frozen before update or delete or truncate on registry.value_check
    for each statement execute function registry.refuse_change();
grant select on registry.value_check to pishkhan_views, pishkhan_commands;
grant insert on registry.value_check to pishkhan_commands;

-- The field of the register with the same fact.
alter table registry.criterion add column register_field text,
    add constraint register_field_is_known check (register_field in ('floor_area', 'staff_count', 'insured_staff_count',
        'disabled_staff_count', 'has_signboard', 'is_accessible', 'posts_tariff'));
alter table registry.criterion add constraint criterion_source_is_known foreign key (scheme_id, source)
    references registry.source (scheme_id, code);
create index criterion_scheme_id_source_idx on registry.criterion (scheme_id, source);

create trigger source_is_frozen before update or delete or truncate on registry.source
    for each statement execute function registry.refuse_change();
create trigger source_writer_is_frozen before update or delete or truncate on registry.source_writer
    for each statement execute function registry.refuse_change();
grant select on registry.source, registry.source_writer to pishkhan_views, pishkhan_commands;
grant insert on registry.source, registry.source_writer to pishkhan_commands;
