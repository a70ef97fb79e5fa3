-- How far an import that comes in as a request is, and what it found; written beside the import's own transaction, so
-- that everybody sees it while that one runs and when it was refused. It comes and goes, so it stands with what lands.
grant usage on schema staging to pishkhan_views;

create table staging.import_attempt (
    account_id integer not null references registry.account,
    -- The key of the request.
    key text not null,
    kinds text not null,
    half_year text,
    is_check_only boolean not null,
    state text not null,
    bytes_received bigint not null,
    rows_read integer not null,
    error_count integer not null,
    finding_count integer not null,
    began_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (account_id, key),
    constraint attempt_key_is_plain check (key ~ '^[!-~]{1,200}$'),
    constraint attempt_state_is_known check
        (state in ('receiving', 'checking', 'stored', 'unchanged', 'checked', 'refused', 'failed')),
    constraint attempt_counts_are_not_negative check
        (bytes_received >= 0 and rows_read >= 0 and error_count between 0 and finding_count)
);
create index import_attempt_changed_at_idx on staging.import_attempt (changed_at);

create table staging.import_finding (
    account_id integer not null,
    key text not null,
    -- In the order of files and lines, from 1.
    position integer not null,
    file_name text not null,
    line integer,
    column_title text,
    value text,
    code text not null,
    severity text not null,
    arguments jsonb not null,
    primary key (account_id, key, position),
    constraint finding_is_of_an_attempt foreign key (account_id, key)
        references staging.import_attempt (account_id, key) on delete cascade,
    constraint finding_severity_is_known check (severity in ('error', 'notice'))
);

do $$
declare
    subject text;
begin
    foreach subject in array array['import_attempt', 'import_finding'] loop
        execute format('alter table staging.%I enable row level security', subject);
        execute format(
            'create policy %I on staging.%I for select to pishkhan_views using (account_id = (select registry.actor()))',
            subject || '_is_read_by_its_account', subject);
        execute format(
            'create policy %I on staging.%I for all to pishkhan_commands
                 using (account_id = (select registry.actor())) with check (account_id = (select registry.actor()))',
            subject || '_is_kept_by_its_account', subject);
        execute format('grant select on staging.%I to pishkhan_views', subject);
        execute format('grant select, insert, update, delete on staging.%I to pishkhan_commands', subject);
    end loop;
end
$$;
