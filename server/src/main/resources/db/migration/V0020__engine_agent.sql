-- What the agent asks at every look: when the next subscription goes dark by itself, and which finished suspensions
-- have no receipt yet.
create index subscription_expires on wirt.subscription (expires_at) where expires_at is not null;
create index job_receipt on wirt.job (finished_at)
    where state = 'DONE' and verb in ('customer.suspend', 'reseller.suspend', 'customer.remove', 'reseller.remove', 'subscription.suspend');

-- Receipts compare what was to go dark with what the servers see: the panel's own work may read who is live, but no
-- password hash.
grant usage on schema node to wirt_system;
grant select (id, live) on node.account to wirt_system;
grant select (host, state, sub_id, site_id) on node.web to wirt_system;
grant select (ftp_id, sub_id) on node.ftp_user to wirt_system;
grant select (mailbox_id, sub_id, live) on node.mail_user to wirt_system;
