-- How many of these names other sites have, in any realm. Whoever sees fewer of them has others' before him.
create function wirt.hosts_held(hosts text[]) returns bigint
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select count(*) from wirt.site where host = any(hosts) and not released;
end;
revoke execute on function wirt.hosts_held(text[]) from public;
grant execute on function wirt.hosts_held(text[]) to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
