-- Who adds a site, FTP login or mailbox locks the subscription, so that two at once cannot both be the last one that
-- fits. Locking wants the right to change something; this is the counter of edits and nothing else.
grant update (changed) on wirt.subscription to wirt_customer;
