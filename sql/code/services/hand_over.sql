-- Owner: pishkhan_commands
-- The policy of handing services over: its version on a day, and an act of the headquarters that sets a new version.

create function ranking.hand_over_policy_on(day date) returns registry.hand_over_policy
language sql stable security definer
begin atomic
    select p from registry.hand_over_policy p
    where p.effective_on <= hand_over_policy_on.day
    order by p.effective_on desc, p.id desc limit 1;
end;
grant execute on function ranking.hand_over_policy_on(date) to pishkhan_views;

create function ranking.set_hand_over_policy(
    effective_on date, contract_order text, rank_change_days integer, suspension_days integer, closure_days integer,
    withdrawal_days integer, other_days integer, legal_basis text
) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_national('set_hand_over_policy');
    if coalesce(trim(set_hand_over_policy.legal_basis), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    insert into registry.hand_over_policy (effective_on, contract_order, rank_change_days, suspension_days,
        closure_days, withdrawal_days, other_days, legal_basis, is_sample)
    values (set_hand_over_policy.effective_on, set_hand_over_policy.contract_order,
        set_hand_over_policy.rank_change_days, set_hand_over_policy.suspension_days,
        set_hand_over_policy.closure_days, set_hand_over_policy.withdrawal_days, set_hand_over_policy.other_days,
        trim(set_hand_over_policy.legal_basis), false);
    perform registry.record_act('set_hand_over_policy', set_hand_over_policy.effective_on::text,
        trim(set_hand_over_policy.legal_basis), jsonb_build_object(
            'contract_order', set_hand_over_policy.contract_order,
            'rank_change_days', set_hand_over_policy.rank_change_days,
            'suspension_days', set_hand_over_policy.suspension_days,
            'closure_days', set_hand_over_policy.closure_days,
            'withdrawal_days', set_hand_over_policy.withdrawal_days,
            'other_days', set_hand_over_policy.other_days));
end
$$;
grant execute on function ranking.set_hand_over_policy(
    date, text, integer, integer, integer, integer, integer, text) to pishkhan_app;
