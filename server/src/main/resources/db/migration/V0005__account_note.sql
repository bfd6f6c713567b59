-- The provider's internal description of an account. A table of its own, on which customers have no grant at all.
create table wirt.note (
    account_id  bigint primary key,
    reseller_id bigint not null,
    text        text not null check (length(text) <= 10000),
    author      text not null,
    written_at  timestamptz not null default now(),
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
alter table wirt.note enable row level security;
create policy admin on wirt.note to wirt_admin, wirt_system using (true);
-- A reseller reads the notes about his customers, never the administrator's note about himself.
create policy reseller on wirt.note to wirt_reseller
    using (reseller_id = wirt.reseller_scope() and account_id <> wirt.reseller_scope());
grant select, insert, update, delete on wirt.note to wirt_admin, wirt_reseller, wirt_system;
