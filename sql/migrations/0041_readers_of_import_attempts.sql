-- Attempts to import and what they found are read by their own account, and by whoever may read the record.
create function registry.readable_attempt_accounts() returns integer[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if registry.actor_may('read_record') then
        return array(select account.id from registry.account);
    end if;
    return array[registry.actor()];
end
$$;
grant execute on function registry.readable_attempt_accounts() to pishkhan_views, pishkhan_app;

drop policy import_attempt_is_read_by_its_account on staging.import_attempt;
create policy import_attempt_is_read_by_its_account_and_the_records_readers on staging.import_attempt
    for select to pishkhan_views
    using (account_id = any ((select registry.readable_attempt_accounts())::integer[]));
drop policy import_finding_is_read_by_its_account on staging.import_finding;
create policy import_finding_is_read_by_its_account_and_the_records_readers on staging.import_finding
    for select to pishkhan_views
    using (account_id = any ((select registry.readable_attempt_accounts())::integer[]));
