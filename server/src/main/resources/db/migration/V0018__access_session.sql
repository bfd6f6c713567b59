-- Panel sessions. Read by the application before it knows a scope, so it has no policy: one of the listed exceptions.
create table wirt.session (
    token_hash  bytea primary key,
    id          uuid not null unique default gen_random_uuid(),
    login_id    bigint not null references wirt.login (id) on delete cascade,
    acting_for  bigint references wirt.account (id) on delete cascade,
    address     text not null default '',
    agent       text not null default '',
    created_at  timestamptz not null default now(),
    last_seen   timestamptz not null default now()
);
comment on column wirt.session.acting_for is 'the account the person has logged in as, below his own';
create index session_login on wirt.session (login_id);
create index session_acting_for on wirt.session (acting_for);
grant select, insert, update, delete on wirt.session to wirt_app, wirt_admin, wirt_reseller, wirt_customer, wirt_system;

create table wirt.one_time_link (
    token_hash bytea primary key,
    login_id   bigint not null references wirt.login (id) on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index one_time_link_login on wirt.one_time_link (login_id);
grant select, insert, update, delete on wirt.one_time_link to wirt_app, wirt_admin, wirt_reseller, wirt_customer, wirt_system;

-- Back-off: failed attempts per login and per address, forgotten after a while.
create table wirt.attempt (
    key        text primary key,
    failures   integer not null,
    last_at    timestamptz not null
);
grant select, insert, update, delete on wirt.attempt to wirt_app;

-- A session's end is told to every instance.
create function wirt.tell_session_end() returns trigger language plpgsql as $$
begin
    perform pg_notify('wirt_session', encode(old.token_hash, 'hex'));
    return null;
end
$$;
create trigger session_end after delete on wirt.session for each row execute function wirt.tell_session_end();

-- Everything sign-in may know, and only that: the application has no other sight of accounts without a scope.
create function wirt.credentials(p_username text)
    returns table (login_id bigint, password_hash text, email text)
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select l.id, l.password_hash, case when l.owner then a.email else l.email end
    from wirt.login l
    join wirt.account a on a.id = l.account_id
    join wirt.account r on r.id = a.reseller_id
    where lower(l.username) = lower(p_username) and not l.released and (a.reasons | r.reasons) & 2048 = 0;
end;

-- To whom a contract opens the panel: sign-in and open sessions ask this and nothing else.
-- A reseller and his users by what he holds himself; a customer and his users while one of his subscriptions has it, or
-- while he has none at all; a user of one subscription by that one. What lies in the recycle bin opens and closes
-- nothing.
create function wirt.may_enter(p_login bigint) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select case a.kind
        when 'ADMINISTRATOR' then true
        when 'RESELLER' then exists (select from wirt.reseller r where r.account_id = a.id and wirt.opens_panel(r.permissions))
        else not exists (select from wirt.subscription s where s.id = l.subscription_id and not wirt.opens_panel(s.permissions))
            and (exists (select from wirt.subscription s
                         where s.customer_id = a.id and s.reasons & 2048 = 0 and wirt.opens_panel(s.permissions))
                 or not exists (select from wirt.subscription s where s.customer_id = a.id and s.reasons & 2048 = 0))
        end
    from wirt.login l join wirt.account a on a.id = l.account_id
    where l.id = p_login;
end;
revoke execute on function wirt.may_enter from public;
grant execute on function wirt.may_enter to wirt_system;

create function wirt.person(p_login bigint)
    returns table (login_id bigint, account_id bigint, reseller_id bigint, kind text, owner boolean, username text, contact_name text,
                   role text, subscription_id bigint, active boolean, reasons integer, contract boolean, locale text, account_locale text,
                   theme text, provider_name text, provider_email text)
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select l.id, a.id, a.reseller_id, a.kind, l.owner, l.username, case when l.owner then a.contact_name else l.contact_name end,
           l.role, l.subscription_id, l.active, wirt.causes(a) | wirt.causes(r), wirt.may_enter(l.id), l.locale, a.locale, l.theme,
           p.contact_name, p.email
    from wirt.login l
    join wirt.account a on a.id = l.account_id
    join wirt.account r on r.id = a.reseller_id
    join wirt.account p on p.id = a.provider_id
    where l.id = p_login;
end;

create function wirt.account_facts(p_account bigint)
    returns table (account_id bigint, reseller_id bigint, provider_id bigint, kind text, reasons integer, contact_name text, email text)
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select a.id, a.reseller_id, a.provider_id, a.kind, a.reasons | r.reasons, a.contact_name, a.email
    from wirt.account a join wirt.account r on r.id = a.reseller_id
    where a.id = p_account;
end;

-- What a signed-in login may change about itself, without a scope.
create function wirt.set_preference(p_login bigint, p_locale text, p_theme text, p_lists jsonb) returns void
    language sql security definer set search_path = wirt, pg_temp
begin atomic
    update wirt.login set locale = coalesce(p_locale, locale), theme = coalesce(p_theme, theme), lists = lists || coalesce(p_lists, '{}')
    where id = p_login;
end;

create function wirt.list_preferences(p_login bigint) returns jsonb
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select lists from wirt.login where id = p_login;
end;

create function wirt.signed_in(p_login bigint, p_upgraded_hash text) returns void
    language sql security definer set search_path = wirt, pg_temp
begin atomic
    update wirt.login set last_sign_in = now(), password_hash = coalesce(p_upgraded_hash, password_hash) where id = p_login;
end;

create function wirt.set_password(p_login bigint, p_hash text) returns void
    language sql security definer set search_path = wirt, pg_temp
begin atomic
    update wirt.login set password_hash = p_hash, changed = changed + 1 where id = p_login;
end;

-- Is this username held by anybody, in any realm? The answer tells nothing else.
create function wirt.username_taken(p_username text, p_except bigint) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select exists (select from wirt.login where lower(username) = lower(p_username) and not released and id <> coalesce(p_except, 0));
end;
create function wirt.ftp_login_taken(p_login text) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select exists (select from wirt.ftp_login where lower(login) = lower(p_login) and not released);
end;
create function wirt.host_taken(p_host text) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select exists (select from wirt.site where host = lower(p_host) and not released);
end;

do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'wirt'::regnamespace
             and p.proname in ('credentials', 'person', 'account_facts', 'set_preference', 'list_preferences', 'signed_in',
                               'set_password', 'username_taken', 'ftp_login_taken', 'host_taken') loop
        execute format('revoke execute on function %s from public', f);
        execute format('grant execute on function %s to wirt_app', f);
    end loop;
    for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'wirt'::regnamespace
             and p.proname in ('username_taken', 'ftp_login_taken', 'host_taken') loop
        execute format('grant execute on function %s to wirt_admin, wirt_reseller, wirt_customer, wirt_system', f);
    end loop;
end
$$;
