-- What is only kept has its name as long as its subscription is in place.
create or replace function wirt.host_taken(p_host text) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select exists (select from wirt.site where host = lower(p_host) and not released)
        or exists (select from wirt.kept_object k
                   join wirt.site w on w.id = k.subject_id
                   join wirt.subscription_in_place s on s.id = w.subscription_id
                   where k.kind = 'site-alias' and lower(k.name) = lower(p_host) and k.subject = 'site'
                     and not w.released and w.reasons & 2048 = 0);
end;

create or replace function wirt.database_taken(p_name text, p_server text) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select exists (select from wirt.kept_object k
                   join wirt.subscription_in_place s on s.id = k.subject_id
                   where k.kind = 'database' and lower(k.name) = lower(p_name) and k.subject = 'subscription'
                     and k.data ->> 'db-server-id' = p_server);
end;

create or replace function wirt.database_user_taken(p_login text, p_server text, p_besides bigint) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select exists (select from wirt.kept_object k
                   join wirt.subscription_in_place s on s.id = k.subject_id
                   left join wirt.kept_object d on d.kind = 'database' and d.id = nullif(k.data ->> 'db-id', '')::bigint
                   where k.kind = 'database-user' and lower(k.name) = lower(p_login) and k.subject = 'subscription'
                     and coalesce(d.data ->> 'db-server-id', k.data ->> 'db-server-id') = p_server
                     and k.id <> p_besides);
end;
