-- The sites that have one of these names for an alias, in any realm; what is in the recycle bin has none.
create function wirt.sites_called(hosts text[]) returns setof bigint
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select w.id from wirt.kept_object k
    join wirt.site w on w.id = k.subject_id
    join wirt.subscription_in_place s on s.id = w.subscription_id
    where k.kind = 'site-alias' and lower(k.name) = any(hosts) and k.subject = 'site'
      and not w.released and w.reasons & 2048 = 0;
end;
revoke execute on function wirt.sites_called(text[]) from public;
grant execute on function wirt.sites_called(text[]) to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

create or replace function wirt.host_taken(p_host text) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select exists (select from wirt.site where host = lower(p_host) and not released)
        or exists (select from wirt.sites_called(array[lower(p_host)]));
end;
