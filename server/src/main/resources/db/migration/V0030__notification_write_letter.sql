-- A letter may go to somebody whom the one who causes it does not see: a reseller's deed tells the administrator. So the
-- addresses of letters and their writing pass through two functions, which give away nothing else.
create function wirt.addressees(p_accounts bigint[])
    returns table (account_id bigint, kind text, provider_id bigint, login_id bigint, username text, contact_name text, email text, locale text)
    language plpgsql stable security definer set search_path = wirt, pg_temp as $$
declare
    scope text := current_setting('role');
begin
    return query
        select a.id, a.kind, a.provider_id, l.id, l.username, a.contact_name, a.email, coalesce(l.locale, a.locale)
        from wirt.account a
        join wirt.login l on l.account_id = a.id and l.owner
        where a.id = any(p_accounts)
          and (scope in ('wirt_admin', 'wirt_system') or a.id = 1
               or scope = 'wirt_reseller' and a.reseller_id = wirt.reseller_scope()
               or scope = 'wirt_customer' and a.id in (wirt.account_scope(), wirt.reseller_scope()));
end
$$;

alter table wirt.letter add column link_hash bytea;
alter table wirt.letter add column tries integer not null default 0;
alter table wirt.letter add column next_try timestamptz not null default clock_timestamp();
comment on column wirt.letter.link_hash is 'of the one-time link in secret, so that using it erases the secret';
create index letter_link on wirt.letter (link_hash) where link_hash is not null;
create index letter_account on wirt.letter (account_id);

create function wirt.write_letter(p_account bigint, p_login bigint, p_event text, p_recipient text, p_locale text,
                                  p_subject text, p_body text, p_secret bytea, p_link_hash bytea) returns void
    language sql security definer set search_path = wirt, pg_temp
begin atomic
    insert into wirt.letter (account_id, reseller_id, login_id, event, recipient, locale, subject, body, secret, link_hash)
    select a.id, a.reseller_id, p_login, p_event, p_recipient, p_locale, p_subject, p_body, p_secret, p_link_hash
    from wirt.account a where a.id = p_account;
end;

-- A link that has been used, or was withdrawn, is in no letter any more.
create function wirt.forget_link() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    update wirt.letter set secret = null where link_hash = old.token_hash and secret is not null;
    return null;
end
$$;
create trigger forget_link after delete on wirt.one_time_link for each row execute function wirt.forget_link();

revoke execute on function wirt.addressees from public;
revoke execute on function wirt.write_letter from public;
grant execute on function wirt.addressees to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
grant execute on function wirt.write_letter to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
