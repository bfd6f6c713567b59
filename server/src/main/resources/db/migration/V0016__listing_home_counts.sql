-- The numbers of the start page are those of the lists: dark with a reseller counts as dark, and what is in the recycle
-- bin with somebody above it counts not at all. Reading what the scope sees by index only: the scope stands inside, so
-- that the administrator's numbers need no row of a table.
create function wirt.home_counts()
    returns table (customers bigint, customers_dark bigint, resellers bigint, resellers_dark bigint,
                   subscriptions bigint, sites bigint)
    language plpgsql stable security definer set search_path = wirt, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    scope text := current_setting('role');
    realm bigint := case scope when 'wirt_reseller' then wirt.reseller_scope() end;
    dark bigint[];
    gone bigint[];
    gone_subscriptions bigint[];
begin
    if scope not in ('wirt_admin', 'wirt_system', 'wirt_reseller') then
        raise insufficient_privilege using message = 'no scope is set';
    end if;
    dark := wirt.dark_resellers();
    gone := array(select id from wirt.account where kind = 'RESELLER' and removed);
    gone_subscriptions := array(
        select id from wirt.subscription where reasons <> 0 and reasons & 2048 <> 0
        union select s.id from wirt.account a join wirt.subscription s on s.customer_id = a.id where a.removed
        union select id from wirt.subscription where reseller_id = any (gone));
    return query select
        (select count(*) from wirt.account a where a.kind = 'CUSTOMER' and not a.removed and (realm is null or a.reseller_id = realm))
            - (select count(*) from wirt.account a where a.kind = 'CUSTOMER' and not a.removed and a.reseller_id = any (gone)
               and (realm is null or a.reseller_id = realm)),
        (select count(*) from wirt.account_dark a where a.kind = 'CUSTOMER'
            and a.reseller_id <> all (gone) and (realm is null or a.reseller_id = realm))
            + (select count(*) from wirt.account a where a.kind = 'CUSTOMER' and not a.removed and a.reasons = 0
               and a.reseller_id = any (dark) and (realm is null or a.reseller_id = realm)),
        (select count(*) from wirt.account a where a.kind = 'RESELLER' and not a.removed and realm is null),
        case when realm is null then cardinality(dark)::bigint else 0 end,
        (select count(*) from wirt.subscription s where s.reasons & 2048 = 0 and (realm is null or s.reseller_id = realm))
            - (select count(*) from wirt.subscription s where s.id = any (gone_subscriptions) and s.reasons & 2048 = 0
               and (realm is null or s.reseller_id = realm)),
        (select count(*) from wirt.site w where not w.released and (realm is null or w.reseller_id = realm))
            - (select count(*) from wirt.site w where w.subscription_id = any (gone_subscriptions) and not w.released
               and (realm is null or w.reseller_id = realm));
end
$$;
revoke execute on function wirt.home_counts from public;
grant execute on function wirt.home_counts to wirt_admin, wirt_reseller, wirt_system;
