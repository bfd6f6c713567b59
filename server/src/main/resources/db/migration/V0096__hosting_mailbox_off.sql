-- A mailbox may be switched off and on again: nobody gets in or writes to it meanwhile. Its mail, its password and all
-- else of it stay. So may what it answers by itself.
alter table wirt.mailbox
    add off        boolean not null default false,
    add answer_off boolean not null default false,
    add constraint mailbox_answer_off check (answer_text is not null or not answer_off);
comment on column wirt.mailbox.off is 'servers know nobody of its name; what is forwarded under it goes on';
comment on column wirt.mailbox.answer_off is 'its text is kept, and nobody gets it';
grant select (off, answer_off) on wirt.mailbox to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
