-- The provider's internal description of an account. A table of its own, on which customers have no grant at all.
create table wirt.note (
    account_id  bigint primary key,
    reseller_id bigint not null,
    text        text not null check (length(text) <= 10000),
    author      text not null,
    written_at  timestamptz not null default now(),
    -- What the lists search: behind the wall of the note itself, so that whoever sees it finds by it.
    plain_text  text not null generated always as (wirt.plain(text)) stored,
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
create index note_plain_text on wirt.note using gin (plain_text wirt.gin_trgm_ops);
alter table wirt.note enable row level security;
create policy admin on wirt.note to wirt_admin, wirt_system using (true);
-- A reseller reads the notes about his customers, never the administrator's note about himself.
create policy reseller on wirt.note to wirt_reseller
    using (reseller_id = wirt.reseller_scope() and account_id <> wirt.reseller_scope());
grant select, insert, update, delete on wirt.note to wirt_admin, wirt_reseller, wirt_system;

-- The accounts whose description contains the text, where they are few; null where it is better to read along the list
-- and look at each: many have it, or the realm is small anyhow. Behind a policy LIKE has no statistics to tell which, so
-- the scope stands inside, and whoever asks still reads the notes through their own wall.
create function wirt.note_hits(p_text text, p_limit integer) returns bigint[]
    language plpgsql stable security definer set search_path = wirt, pg_temp set plan_cache_mode = 'force_custom_plan' as $$
declare
    pattern text := '%' || replace(replace(replace(wirt.plain(p_text), '\', '\\'), '%', '\%'), '_', '\_') || '%';
    hits bigint[];
begin
    if current_setting('role') not in ('wirt_admin', 'wirt_system') then return null; end if;
    hits := array(select m.account_id from wirt.note m where m.plain_text like pattern limit p_limit);
    return case when cardinality(hits) < p_limit then hits end;
end
$$;
revoke execute on function wirt.note_hits from public;
grant execute on function wirt.note_hits to wirt_admin, wirt_system, wirt_reseller;
