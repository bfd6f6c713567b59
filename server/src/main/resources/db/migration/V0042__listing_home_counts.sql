-- The numbers of the start page. Reading what the scope sees by index only; the scope stands inside, so that the
-- administrator's numbers need no row of a table.
create index account_realm_kind on wirt.account (reseller_id, kind) where not removed;
create index subscription_realm on wirt.subscription (reseller_id) where reasons & 2048 = 0;
create index site_realm on wirt.site (reseller_id) where not released;

create function wirt.home_counts()
    returns table (customers bigint, customers_dark bigint, resellers bigint, resellers_dark bigint,
                   subscriptions bigint, sites bigint)
    language plpgsql stable security definer set search_path = wirt, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    scope text := current_setting('role');
    realm bigint := case scope when 'wirt_reseller' then wirt.reseller_scope() end;
begin
    if scope not in ('wirt_admin', 'wirt_system', 'wirt_reseller') then
        raise insufficient_privilege using message = 'no scope is set';
    end if;
    return query select
        (select count(*) from wirt.account a where a.kind = 'CUSTOMER' and not a.removed and (realm is null or a.reseller_id = realm)),
        (select count(*) from wirt.account a where a.kind = 'CUSTOMER' and a.reasons <> 0 and not a.removed and (realm is null or a.reseller_id = realm))
            + (select count(*) from wirt.account r join wirt.account a on a.reseller_id = r.id
               where r.kind = 'RESELLER' and r.reasons <> 0 and a.kind = 'CUSTOMER' and a.reasons = 0 and (realm is null or a.reseller_id = realm)),
        (select count(*) from wirt.account a where a.kind = 'RESELLER' and not a.removed and realm is null),
        (select count(*) from wirt.account a where a.kind = 'RESELLER' and a.reasons <> 0 and not a.removed and realm is null),
        (select count(*) from wirt.subscription s where s.reasons & 2048 = 0 and (realm is null or s.reseller_id = realm)),
        (select count(*) from wirt.site w where not w.released and (realm is null or w.reseller_id = realm));
end
$$;
revoke execute on function wirt.home_counts from public;
grant execute on function wirt.home_counts to wirt_admin, wirt_reseller, wirt_system;
