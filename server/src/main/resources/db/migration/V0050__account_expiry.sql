-- A reseller's term. He holds it with everything else he holds; the account carries it too, because that is what every
-- server knows of him. From the second at which it has passed he and everything below him is dark: derived, never stored.
alter table wirt.account add column expires_at timestamptz;
comment on column wirt.account.expires_at is 'the end of a reseller''s term, kept by the trigger on wirt.reseller';
create index account_expires on wirt.account (expires_at) where expires_at is not null;

create function wirt.keep_expiry() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        update wirt.account set expires_at = null where id = old.account_id and expires_at is not null;
    else
        update wirt.account set expires_at = new.expires_at where id = new.account_id and expires_at is distinct from new.expires_at;
    end if;
    return null;
end
$$;
create trigger expiry_kept after insert or delete or update of expires_at on wirt.reseller
    for each row execute function wirt.keep_expiry();
update wirt.account a set expires_at = r.expires_at from wirt.reseller r where r.account_id = a.id and r.expires_at is not null;

create trigger wake_account_term after update of expires_at on wirt.account for each row
    when (old.expires_at is distinct from new.expires_at) execute function wirt.wake();
alter table wirt.account enable always trigger wake_account_term;

-- The stored reasons, and EXPIRED where the term has passed: what the panel shows.
create function wirt.causes(a wirt.account) returns integer language sql stable parallel safe
    return a.reasons | case when a.expires_at <= now() then 256 else 0 end;
grant execute on function wirt.causes(wirt.account) to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

create or replace view node.account as
select a.id, a.provider_id, a.kind, a.reseller_id,
       (a.reasons | r.reasons) & 1908 = 0 and (r.expires_at is null or r.expires_at > now()) as live
from wirt.account a
join wirt.account r on r.id = a.reseller_id
where (a.reasons | r.reasons) & 2048 = 0;

create or replace view node.sub as
select s.id, s.node_id, s.unix_uid, s.home, s.customer_id,
       (s.reasons | c.reasons | r.reasons) & 1908 = 0 and (s.expires_at is null or s.expires_at > now())
           and (r.expires_at is null or r.expires_at > now()) as live
from wirt.subscription s
join wirt.account c on c.id = s.customer_id
join wirt.account r on r.id = s.reseller_id
where (s.reasons | c.reasons | r.reasons) & 2048 = 0;

-- Sign-in: nobody of an expired reseller, nor below him, comes in.
create or replace function wirt.person(p_login bigint)
    returns table (login_id bigint, account_id bigint, reseller_id bigint, kind text, owner boolean, username text, contact_name text,
                   role text, subscription_id bigint, active boolean, reasons integer, locale text, account_locale text, theme text,
                   provider_name text, provider_email text)
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select l.id, a.id, a.reseller_id, a.kind, l.owner, l.username, case when l.owner then a.contact_name else l.contact_name end,
           l.role, l.subscription_id, l.active, wirt.causes(a) | wirt.causes(r), l.locale, a.locale, l.theme,
           p.contact_name, p.email
    from wirt.login l
    join wirt.account a on a.id = l.account_id
    join wirt.account r on r.id = a.reseller_id
    join wirt.account p on p.id = a.provider_id
    where l.id = p_login;
end;
