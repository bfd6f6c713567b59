-- A database server has one user of a login, whosever he is, be he only kept: on the server of his database, or on the one that is
-- said of him. With its subscription he goes into the recycle bin. Those that there are twice by now stay.
create function wirt.database_user_taken(p_login text, p_server text, p_besides bigint) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select exists (select from wirt.kept_object k
                   join wirt.subscription s on s.id = k.subject_id
                   left join wirt.kept_object d on d.kind = 'database' and d.id = nullif(k.data ->> 'db-id', '')::bigint
                   where k.kind = 'database-user' and lower(k.name) = lower(p_login) and k.subject = 'subscription'
                     and coalesce(d.data ->> 'db-server-id', k.data ->> 'db-server-id') = p_server
                     and k.id <> p_besides and s.reasons & 2048 = 0);
end;
revoke execute on function wirt.database_user_taken from public;
grant execute on function wirt.database_user_taken to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
