-- A database server has one database of a name, whosever it is, be it only kept; with its subscription it goes into the recycle bin.
create function wirt.database_taken(p_name text, p_server text) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select exists (select from wirt.kept_object k
                   join wirt.subscription s on s.id = k.subject_id
                   where k.kind = 'database' and lower(k.name) = lower(p_name) and k.subject = 'subscription'
                     and k.data ->> 'db-server-id' = p_server and s.reasons & 2048 = 0);
end;
revoke execute on function wirt.database_taken from public;
grant execute on function wirt.database_taken to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
