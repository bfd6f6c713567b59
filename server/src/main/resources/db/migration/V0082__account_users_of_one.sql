-- A user who has access to one subscription alone stays when it goes to another account or is erased, deactivated and
-- limited to what is gone: nothing, rather than everything, is what he would see. Numbers of subscriptions are never
-- used twice. Before he vanished with the row, and finding him read every login.
alter table wirt.login drop constraint login_subscription_id_fkey;
comment on column wirt.login.subscription_id is 'the only subscription he has access to; of another account or gone: none. Null: all';
create index login_subscription on wirt.login (subscription_id) where subscription_id is not null;
