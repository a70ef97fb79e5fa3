-- Owner: pishkhan_commands
-- The days on which sources and reviewers may act in a half-year, and the offices that are released from acting.

-- The scheme by which a half-year is ranked, or is planned to be.
create function ranking.scheme_of_period(period registry.evaluation_period) returns integer
language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce(period.scheme_id, (
        select s.scheme_id from registry.period_schedule s where s.period_id = period.id))
$$;

-- The activity of a window: a source of the half-year's scheme, or the review.
create function ranking.require_activity(period registry.evaluation_period, activity text) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    known text[] := array(
        select s.code from registry.source s where s.scheme_id = ranking.scheme_of_period(period)
        order by s.position) || array['review'];
begin
    if ranking.scheme_of_period(period) is null then
        raise exception using errcode = 'RK121', message = 'period_has_no_scheme', detail = period.half_year;
    end if;
    if not require_activity.activity = any (known) then
        raise exception using errcode = 'RK116', message = 'unknown_activity',
            detail = require_activity.activity || ': ' || array_to_string(known, ', ');
    end if;
end
$$;

-- A half-year whose days and releases may still change. An act that changes them waits for other such acts, while
-- imports go on.
create function ranking.period_before_closing(half_year text) returns registry.evaluation_period
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    perform ranking.limit_lock_waits();
    select * into period from registry.evaluation_period p where p.half_year = period_before_closing.half_year for share;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = period_before_closing.half_year;
    end if;
    if period.state not in ('planned', 'open') then
        raise exception using errcode = 'RK107', message = 'step_is_taken', detail = 'closes';
    end if;
    insert into registry.period_schedule (period_id) values (period.id) on conflict do nothing;
    perform from registry.period_schedule s where s.period_id = period.id for update;
    return period;
end
$$;

-- The province, and the office if one is named, of a place; both null: the whole country.
create function ranking.named_place(province text, office text, out province_id integer, out office_id bigint)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if named_place.office is not null then
        select o.id, o.province_id into named_place.office_id, named_place.province_id
        from registry.office o where o.code = named_place.office;
        if named_place.office_id is null then
            raise exception using errcode = 'RK604', message = 'unknown_office', detail = named_place.office;
        end if;
    elsif named_place.province is not null then
        named_place.province_id := ranking.known_province(named_place.province);
    end if;
end
$$;

-- Moves the closing day to a later day, and the days of the steps after it by as many days.
create function ranking.move_closing_day(period_id integer, day date) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    update registry.period_schedule s
    set closes_on = move_closing_day.day,
        ranks_on = s.ranks_on + (move_closing_day.day - s.closes_on),
        publishes_on = s.publishes_on + (move_closing_day.day - s.closes_on),
        reminded_at = null
    where s.period_id = move_closing_day.period_id and s.closes_on < move_closing_day.day;
    return found;
end
$$;

-- The window that is asked for, not stored yet, with the next number of its activity.
create function ranking.wanted_window(
    period_id integer, activity text, province text, office text, opens_on date, closes_on date, today date,
    reason text
) returns registry.submission_window
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    wanted registry.submission_window;
begin
    wanted.period_id := wanted_window.period_id;
    wanted.activity := wanted_window.activity;
    select p.province_id, p.office_id into wanted.province_id, wanted.office_id
    from ranking.named_place(wanted_window.province, wanted_window.office) p;
    -- A past window without a first day had only its last day.
    wanted.opens_on := coalesce(wanted_window.opens_on, least(wanted_window.today, wanted_window.closes_on));
    wanted.closes_on := wanted_window.closes_on;
    wanted.reason := nullif(btrim(wanted_window.reason), '');
    select coalesce(max(w.number), 0) + 1 into wanted.number from registry.submission_window w
    where w.period_id = wanted.period_id and w.activity = wanted.activity;
    return wanted;
end
$$;

-- True if the same days are set for the same place. Without a first day a window opens at once, and an open one stays
-- open.
create function ranking.is_set_already(wanted registry.submission_window, opens_at_once boolean, today date)
returns boolean
language sql stable set search_path = registry, pg_temp as $$
    select exists (
        select from registry.submission_window w
        where w.period_id = wanted.period_id and w.activity = wanted.activity and w.closes_on = wanted.closes_on
            and w.province_id is not distinct from wanted.province_id
            and w.office_id is not distinct from wanted.office_id
            and case when is_set_already.opens_at_once then w.opens_on <= is_set_already.today
                     else w.opens_on = wanted.opens_on end)
$$;

-- Refuses days that the windows of the place, its province and the country have already.
create function ranking.require_more_days(wanted registry.submission_window) returns void
language plpgsql stable set search_path = registry, pg_temp as $$
begin
    if wanted.opens_on <= wanted.closes_on and exists (
        select from registry.submission_window w
        where w.period_id = wanted.period_id and w.activity = wanted.activity
            and (w.province_id is null or w.province_id = wanted.province_id)
            and (w.office_id is null or w.office_id = wanted.office_id)
        having daterange(wanted.opens_on, greatest(wanted.opens_on, wanted.closes_on), '[]')
            <@ range_agg(daterange(w.opens_on, w.closes_on, '[]'))) then
        raise exception using errcode = 'RK118', message = 'window_adds_no_day', detail = wanted.activity;
    end if;
end
$$;

-- Refuses an extension without a first window, one without a reason, one that adds no day, and days too late or past.
create function ranking.require_proper_window(
    period registry.evaluation_period, wanted registry.submission_window, today date, allow_past boolean
) returns void
language plpgsql stable set search_path = registry, pg_temp as $$
begin
    if wanted.province_id is not null and wanted.number = 1 then
        raise exception using errcode = 'RK117', message = 'no_window_to_extend', detail = wanted.activity;
    end if;
    if (wanted.number > 1 or require_proper_window.allow_past) and wanted.reason is null then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    perform ranking.require_more_days(wanted);
    -- A window never ends earlier again, so a typing error could keep the half-year open for years.
    if wanted.closes_on > 180 + greatest(require_proper_window.today, period.last_on, (
            select s.closes_on from registry.period_schedule s where s.period_id = period.id)) then
        raise exception using errcode = 'RK119', message = 'day_is_far',
            detail = wanted.activity || ' ' || wanted.closes_on;
    end if;
    if wanted.closes_on < require_proper_window.today and not require_proper_window.allow_past then
        raise exception using errcode = 'RK112', message = 'day_is_past',
            detail = wanted.activity || ' ' || wanted.closes_on;
    end if;
end
$$;

-- Sets the days of an activity, or more days, for the country, a province or an office; from today, unless another
-- first day is given. Days after the closing day move it. False if the same days are set already.
create function ranking.set_window(
    half_year text, activity text, province text, office text, opens_on date, closes_on date, allow_past boolean,
    reason text
) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    wanted registry.submission_window;
    today date := (clock_timestamp() at time zone 'Asia/Tehran')::date;
    moves boolean;
begin
    perform ranking.require_national('set_window');
    period := ranking.period_before_closing(set_window.half_year);
    perform ranking.require_activity(period, set_window.activity);
    wanted := ranking.wanted_window(period.id, set_window.activity, set_window.province, set_window.office,
        set_window.opens_on, set_window.closes_on, today, set_window.reason);
    if ranking.is_set_already(wanted, set_window.opens_on is null, today) then
        return false;
    end if;
    perform ranking.require_proper_window(period, wanted, today, coalesce(set_window.allow_past, false));
    moves := ranking.move_closing_day(period.id, wanted.closes_on);
    if moves and wanted.reason is null then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    insert into registry.submission_window (period_id, activity, number, province_id, office_id, opens_on, closes_on,
        reason, actor_id)
    values (wanted.period_id, wanted.activity, wanted.number, wanted.province_id, wanted.office_id, wanted.opens_on,
        wanted.closes_on, wanted.reason, registry.actor());
    perform registry.record_act('set_window', period.half_year, wanted.reason,
        jsonb_strip_nulls(jsonb_build_object('activity', wanted.activity, 'number', wanted.number,
            'province', set_window.province, 'office', set_window.office, 'opens_on', wanted.opens_on,
            'closes_on', wanted.closes_on, 'moves_closing_day', moves)));
    return true;
end
$$;
grant execute on function ranking.set_window(text, text, text, text, date, date, boolean, text) to pishkhan_app;

-- Releases a province or an office from taking part: being silent then does not count against it. Returns the number of
-- the release, and whether it is new.
create function ranking.release_offices(
    half_year text, province text, office text, reason text, legal_basis text, out release integer, out is_new boolean
)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    place record;
    why text := nullif(btrim(release_offices.reason), '');
begin
    perform ranking.require_national('release_offices');
    period := ranking.period_before_closing(release_offices.half_year);
    select * into place from ranking.named_place(release_offices.province, release_offices.office);
    if why is null then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    select r.id into release from registry.release r
    where r.period_id = period.id and r.ended_at is null and r.province_id = place.province_id
        and r.office_id is not distinct from place.office_id;
    is_new := release is null;
    if not is_new then
        return;
    end if;
    insert into registry.release (period_id, province_id, office_id, reason, legal_basis, actor_id)
    values (period.id, place.province_id, place.office_id, why, btrim(release_offices.legal_basis), registry.actor())
    returning id into release;
    perform registry.record_act('release_offices', period.half_year, why,
        jsonb_strip_nulls(jsonb_build_object('release', release, 'province', release_offices.province,
            'office', release_offices.office, 'legal_basis', btrim(release_offices.legal_basis))));
end
$$;
grant execute on function ranking.release_offices(text, text, text, text, text) to pishkhan_app;

-- True if the release was in force before.
create function ranking.end_release(half_year text, release integer, reason text) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    known registry.release;
    why text := nullif(btrim(end_release.reason), '');
begin
    perform ranking.require_national('end_release');
    period := ranking.period_before_closing(end_release.half_year);
    if why is null then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    select * into known from registry.release r
    where r.id = end_release.release and r.period_id = period.id for update;
    if known.id is null then
        raise exception using errcode = 'RK619', message = 'unknown_release', detail = end_release.release::text;
    end if;
    if known.ended_at is not null then
        return false;
    end if;
    update registry.release r
    set ended_by = registry.actor(), ended_at = clock_timestamp(), end_reason = why
    where r.id = known.id;
    perform registry.record_act('end_release', period.half_year, why, jsonb_build_object('release', known.id));
    return true;
end
$$;
grant execute on function ranking.end_release(text, integer, text) to pishkhan_app;
