-- What letters say, where somebody wants it otherwise than Wirt: the administrator for all, a reseller for the letters to
-- his customers. Texts keep their placeholders; they are filled for each reader when a letter is written.
create table wirt.letter_text (
    account_id  bigint not null,
    reseller_id bigint not null,
    letter      text not null,
    language    text not null check (language in ('de', 'en')),
    subject     text not null check (length(subject) between 1 and 200),
    body        text not null check (length(body) between 1 and 10000),
    primary key (account_id, letter, language),
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
comment on column wirt.letter_text.account_id is 'the provider whose text it is';
alter table wirt.letter_text enable row level security;
create policy admin on wirt.letter_text to wirt_admin, wirt_system using (true);
create policy reseller on wirt.letter_text to wirt_reseller using (account_id = wirt.reseller_scope());
grant select, insert, update, delete on wirt.letter_text to wirt_admin, wirt_reseller, wirt_system;

-- The texts of one letter for readers of these providers: the administrator's, and a reseller's for whoever acts within
-- that reseller's realm or above it.
create function wirt.letter_texts(p_letter text, p_providers bigint[])
    returns table (account_id bigint, language text, subject text, body text)
    language plpgsql stable security definer set search_path = wirt, pg_temp as $$
declare
    scope text := current_setting('role');
begin
    return query
        select t.account_id, t.language, t.subject, t.body
        from wirt.letter_text t
        where t.letter = p_letter
          and (t.account_id = 1
               or t.account_id = any(p_providers)
                  and (scope in ('wirt_admin', 'wirt_system') or t.account_id = wirt.reseller_scope()));
end
$$;
revoke execute on function wirt.letter_texts from public;
grant execute on function wirt.letter_texts to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
