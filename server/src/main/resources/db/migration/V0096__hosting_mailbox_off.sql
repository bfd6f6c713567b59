-- A mailbox may be switched off and on again: nobody gets in or writes to it meanwhile. Its mail, its password and all
-- else of it stay.
alter table wirt.mailbox add off boolean not null default false;
comment on column wirt.mailbox.off is 'servers know nobody of its name; what is forwarded under it goes on';
grant select (off) on wirt.mailbox to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
