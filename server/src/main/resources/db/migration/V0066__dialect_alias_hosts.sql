-- As before, and another name of a domain is taken, too, be it only kept: no site is called so as long as its domain is there.
create or replace function wirt.host_taken(p_host text) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select exists (select from wirt.site where host = lower(p_host) and not released)
        or exists (select from wirt.kept_object k
                   join wirt.site w on w.id = k.subject_id
                   join wirt.subscription s on s.id = w.subscription_id
                   where k.kind = 'site-alias' and lower(k.name) = lower(p_host) and k.subject = 'site'
                     and not w.released and (w.reasons | s.reasons) & 2048 = 0);
end;
create index kept_object_alias on wirt.kept_object (lower(name)) where kind = 'site-alias';
