-- In which order an office above its ceiling hands services over, and within how many days of the cause: versions by the
-- day from which they hold. No regulation publishes either, so the first version is a SAMPLE.
create table registry.hand_over_policy (
    id integer generated always as identity primary key,
    -- Of two for the same day the later one counts.
    effective_on date not null,
    contract_order text not null,
    rank_change_days smallint not null,
    suspension_days smallint not null,
    -- Of a licence that was closed, revoked or has expired.
    closure_days smallint not null,
    withdrawal_days smallint not null,
    -- The office moved, or was found above its ceiling when its contracts were taken in.
    other_days smallint not null,
    legal_basis text not null,
    is_sample boolean not null,
    constraint hand_over_order_is_known check
        (contract_order in ('newest_contract_first', 'oldest_contract_first', 'service_code')),
    constraint hand_over_days_are_plausible check
        (least(rank_change_days, suspension_days, closure_days, withdrawal_days, other_days) >= 0
         and greatest(rank_change_days, suspension_days, closure_days, withdrawal_days, other_days) <= 1000),
    constraint hand_over_basis_is_given check (legal_basis <> '')
);
create index hand_over_policy_effective_on_idx on registry.hand_over_policy (effective_on, id);
create trigger hand_over_policy_is_append_only before update or delete or truncate on registry.hand_over_policy
    for each statement execute function registry.refuse_change();
grant select on registry.hand_over_policy to pishkhan_views, pishkhan_commands;
grant insert on registry.hand_over_policy to pishkhan_commands;

insert into registry.hand_over_policy (effective_on, contract_order, rank_change_days, suspension_days, closure_days,
    withdrawal_days, other_days, legal_basis, is_sample)
-- From the first day of 1200, the earliest that files may name.
values ('1821-03-21', 'newest_contract_first', 30, 30, 30, 30, 30, 'نمونه (SAMPLE): مهلت واگذاری منتشر نشده است.', true);

insert into registry.role_deed (role, deed) values ('headquarters', 'set_hand_over_policy');
