-- Wakes the agents. Row level and ALWAYS, so that it also fires for rows that arrive by replication; equal
-- notifications of one transaction are one. The payload is never believed: agents sweep from state.
create function wirt.wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('wirt_wake', '');
    return null;
end
$$;
create trigger wake_account after update of reasons, provider_id, kind on wirt.account for each row
    when (old.reasons is distinct from new.reasons or old.provider_id <> new.provider_id or old.kind <> new.kind) execute function wirt.wake();
create trigger wake_account_gone after delete on wirt.account for each row execute function wirt.wake();
create trigger wake_subscription after update of reasons, expires_at on wirt.subscription for each row execute function wirt.wake();
create trigger wake_subscription_gone after delete on wirt.subscription for each row execute function wirt.wake();
create trigger wake_site after update of reasons, disabled or delete on wirt.site for each row execute function wirt.wake();
create trigger wake_ftp after update of changed, released or delete on wirt.ftp_login for each row execute function wirt.wake();
create trigger wake_mailbox after update of changed or delete on wirt.mailbox for each row execute function wirt.wake();
create trigger wake_login after update of active, username, password_hash or delete on wirt.login for each row execute function wirt.wake();
create trigger wake_account_term after update of expires_at on wirt.account for each row
    when (old.expires_at is distinct from new.expires_at) execute function wirt.wake();
-- A subscription that goes to another owner takes all it has along by foreign key.
create trigger wake_handed_over after update of customer_id on wirt.subscription
    for each row when (old.customer_id <> new.customer_id) execute function wirt.wake();
alter table wirt.account enable always trigger wake_account;
alter table wirt.account enable always trigger wake_account_gone;
alter table wirt.subscription enable always trigger wake_subscription;
alter table wirt.subscription enable always trigger wake_subscription_gone;
alter table wirt.site enable always trigger wake_site;
alter table wirt.ftp_login enable always trigger wake_ftp;
alter table wirt.mailbox enable always trigger wake_mailbox;
alter table wirt.account enable always trigger wake_account_term;
alter table wirt.subscription enable always trigger wake_handed_over;

-- Somebody may have lost the access to the panel. By the values and not by the columns that a statement names: a
-- change of plan brings them in by a trigger. A change of owner, the recycle bin and the end wake them already.
create trigger wake_subscription_panel after update on wirt.subscription for each row
    when (wirt.opens_panel(old.permissions) <> wirt.opens_panel(new.permissions)) execute function wirt.wake();
create trigger wake_subscription_without_panel after insert on wirt.subscription for each row
    when (not wirt.opens_panel(new.permissions)) execute function wirt.wake();
create trigger wake_reseller_panel after update on wirt.reseller for each row
    when (wirt.opens_panel(old.permissions) <> wirt.opens_panel(new.permissions)) execute function wirt.wake();
alter table wirt.subscription enable always trigger wake_subscription_panel;
alter table wirt.subscription enable always trigger wake_subscription_without_panel;
alter table wirt.reseller enable always trigger wake_reseller_panel;
