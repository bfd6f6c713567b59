-- The letters of one deed are written together, however many there are. Secrets come as hexadecimal words; null where a
-- letter has no link.
drop function wirt.write_letter;
create function wirt.write_letters(p_event text, p_accounts bigint[], p_logins bigint[], p_recipients text[], p_locales text[],
                                   p_subjects text[], p_bodies text[], p_secrets text[], p_link_hashes text[]) returns void
    language sql security definer set search_path = wirt, pg_temp
begin atomic
    insert into wirt.letter (account_id, reseller_id, login_id, event, recipient, locale, subject, body, secret, link_hash)
    select a.id, a.reseller_id, l.login, p_event, l.recipient, l.locale, l.subject, l.body, decode(l.secret, 'hex'), decode(l.hash, 'hex')
    from unnest(p_accounts, p_logins, p_recipients, p_locales, p_subjects, p_bodies, p_secrets, p_link_hashes)
        with ordinality l (account, login, recipient, locale, subject, body, secret, hash, place)
    join wirt.account a on a.id = l.account
    order by l.place;
end;
revoke execute on function wirt.write_letters from public;
grant execute on function wirt.write_letters to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
