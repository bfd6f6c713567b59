-- How many rows are in the recycle bin: without it the planner takes the few that are not for the rule, and reads every
-- account that is left instead of the one it was asked for.
create statistics wirt.subscription_removed on (reasons & 2048) from wirt.subscription;

-- The few resellers whose customers are gone with them.
create index account_reseller_removed on wirt.account (id) where kind = 'RESELLER' and removed;

-- How many a search hits, counted no further than asked: without an order it may stop early.
create function wirt.account_hit_count(p_kind text, p_text text, p_limit integer) returns integer
    language plpgsql stable security definer set search_path = wirt, pg_temp set plan_cache_mode = 'force_custom_plan' as $$
declare
    pattern text := '%' || replace(replace(replace(wirt.plain(p_text), '\', '\\'), '%', '\%'), '_', '\_') || '%';
    scope text := current_setting('role');
    -- With a reseller his customers are gone too.
    removed bigint[] := array(select id from wirt.account where kind = 'RESELLER' and removed);
begin
    if scope in ('wirt_admin', 'wirt_system') then
        return (select count(*) from (select from wirt.account_search s
            where s.kind = p_kind and s.text like pattern
              and not exists (select from wirt.account a where a.id = s.account_id and a.removed)
              and s.reseller_id <> all (removed)
            limit p_limit) hit);
    elsif scope = 'wirt_reseller' then
        return (select count(*) from (select from wirt.account_search s
            where s.reseller_id = wirt.reseller_scope() and s.kind = p_kind and s.text like pattern
              and not exists (select from wirt.account a where a.id = s.account_id and a.removed)
              and s.reseller_id <> all (removed)
            limit p_limit) hit);
    else
        raise insufficient_privilege using message = 'no scope is set';
    end if;
end
$$;
revoke execute on function wirt.account_hit_count from public;
grant execute on function wirt.account_hit_count to wirt_admin, wirt_system, wirt_reseller;
