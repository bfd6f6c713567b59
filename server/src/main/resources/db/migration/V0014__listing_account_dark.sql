-- Who carries a reason of his own and is not in the recycle bin, kept with the reasons themselves: the lists of the
-- suspended read along here, so that suspending somebody writes three small index entries and none of his account's.
create table wirt.account_dark (
    account_id  bigint primary key,
    reseller_id bigint not null,
    kind        text not null,
    name        text not null,
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
create index account_dark_name on wirt.account_dark (kind, name, account_id);
create index account_dark_reseller_name on wirt.account_dark (reseller_id, kind, name, account_id);
alter table wirt.account_dark enable row level security;
create policy admin on wirt.account_dark for select to wirt_admin, wirt_system using (true);
create policy reseller on wirt.account_dark for select to wirt_reseller using (reseller_id = wirt.reseller_scope());
grant select on wirt.account_dark to wirt_admin, wirt_system, wirt_reseller;

-- The resellers with whom all their customers are dark: by a reason, or because their term is over. The one definition
-- for lists and numbers; what a scope does not see is not in it.
create function wirt.dark_resellers() returns bigint[] language sql stable
    return array(
        select account_id from wirt.account_dark where kind = 'RESELLER'
        union select id from wirt.account where kind = 'RESELLER' and not removed and expires_at <= now());
revoke execute on function wirt.dark_resellers from public;
grant execute on function wirt.dark_resellers to wirt_admin, wirt_reseller, wirt_system;
