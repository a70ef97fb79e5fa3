-- What is known about offices in a period, by the import that brought it; append-only, the newest revision counts.
create table registry.import (
    -- A revision.
    id bigint primary key,
    kind text not null,
    period_id integer references registry.evaluation_period,
    actor_id integer not null references registry.account,
    file_name text not null,
    digest text not null,
    accepts_valid boolean not null,
    rows_read integer not null,
    inserted integer not null,
    changed integer not null,
    unchanged integer not null,
    refused integer not null,
    recorded_at timestamptz not null,
    constraint import_kind_is_known check
        (kind in ('offices', 'declarations', 'association_scores', 'satisfaction_scores', 'violations', 'correction')),
    constraint import_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
    constraint import_rows_add_up check (rows_read = inserted + changed + unchanged + refused)
);
create index import_period_id_idx on registry.import (period_id);
create index import_actor_id_idx on registry.import (actor_id);

-- The act of an import is written when its transaction commits: an import of several files would otherwise hold the
-- record's head, for which everybody waits, while it goes on reading.
create function registry.record_import() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform registry.record_act('import', new.kind, null, to_jsonb(new) - 'recorded_at' - 'actor_id');
    return null;
end
$$;
create constraint trigger import_is_recorded after insert on registry.import
    deferrable initially deferred for each row execute function registry.record_import();

create table registry.refused_row (
    import_id bigint not null references registry.import,
    line integer not null,
    row_text text not null,
    reason text not null,
    primary key (import_id, line)
);

create table registry.declaration (
    office_id bigint not null,
    period_id integer not null references registry.evaluation_period,
    revision bigint not null,
    province_id integer not null,
    -- By place of the criterion in the period's scheme; null where not given.
    declared_value bigint[] not null,
    confirmed_value bigint[] not null,
    primary key (office_id, period_id, revision),
    constraint declaration_is_of_an_office foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint confirmed_values_match_declared check (cardinality(confirmed_value) = cardinality(declared_value)),
    constraint declaration_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index declaration_office_id_province_id_idx on registry.declaration (office_id, province_id);
create index declaration_period_id_idx on registry.declaration (period_id);
create index declaration_revision_idx on registry.declaration (revision);

create table registry.association_score (
    office_id bigint not null,
    period_id integer not null references registry.evaluation_period,
    revision bigint not null,
    province_id integer not null,
    value bigint[] not null,
    primary key (office_id, period_id, revision),
    constraint association_score_is_of_an_office foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint association_score_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index association_score_office_id_province_id_idx on registry.association_score (office_id, province_id);
create index association_score_period_id_idx on registry.association_score (period_id);
create index association_score_revision_idx on registry.association_score (revision);

create table registry.satisfaction_score (
    office_id bigint not null,
    period_id integer not null references registry.evaluation_period,
    revision bigint not null,
    province_id integer not null,
    -- Thousandths of the survey's scale.
    mean bigint not null,
    respondents integer not null,
    survey_mode text,
    primary key (office_id, period_id, revision),
    constraint satisfaction_score_is_of_an_office foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint respondents_are_counted check (respondents >= 0),
    constraint satisfaction_score_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index satisfaction_score_office_id_province_id_idx on registry.satisfaction_score (office_id, province_id);
create index satisfaction_score_period_id_idx on registry.satisfaction_score (period_id);
create index satisfaction_score_revision_idx on registry.satisfaction_score (revision);

create table registry.violation (
    office_id bigint not null,
    decision_number text not null,
    kind text not null,
    revision bigint not null,
    province_id integer not null,
    -- The licence holder of the office on the day of the decision: occurrences follow the holder.
    holder_id bigint not null references registry.licence_holder,
    decided_on date not null,
    is_final boolean not null,
    -- Recorded when its half-year was no longer open: it only counts as an earlier occurrence.
    is_late boolean not null,
    primary key (office_id, decision_number, kind, revision),
    constraint violation_is_of_an_office foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint decision_number_is_given check (decision_number <> ''),
    constraint violation_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index violation_office_id_province_id_idx on registry.violation (office_id, province_id);
create index violation_holder_id_idx on registry.violation (holder_id);
create index violation_revision_idx on registry.violation (revision);

do $$
declare
    subject text;
begin
    foreach subject in array array['declaration', 'association_score', 'satisfaction_score', 'violation'] loop
        execute format('alter table registry.%I enable row level security', subject);
        execute format(
            'create policy %I on registry.%I for select to pishkhan_views
                 using (province_id = any ((select registry.actor_provinces())::integer[]))',
            subject || '_is_read_in_scope', subject);
        execute format(
            'create policy %I on registry.%I for all to pishkhan_commands
                 using (province_id = any ((select registry.actor_provinces())::integer[]))
                 with check (province_id = any ((select registry.actor_provinces())::integer[]))',
            subject || '_is_kept_in_scope', subject);
    end loop;
    foreach subject in array array['import', 'refused_row', 'declaration', 'association_score', 'satisfaction_score',
        'violation'] loop
        execute format(
            'create trigger %I before update or delete or truncate on registry.%I
                 for each statement execute function registry.refuse_change()',
            subject || '_is_append_only', subject);
        execute format('grant select on registry.%I to pishkhan_views', subject);
        execute format('grant select, insert on registry.%I to pishkhan_commands', subject);
    end loop;
end
$$;
