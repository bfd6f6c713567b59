-- The mail of a domain may lie elsewhere: this machine takes none of it then and lets nobody in to what it has. Mailboxes,
-- forwards and mail stay.
alter table wirt.site add mail_off boolean not null default false;
comment on column wirt.site.mail_off is 'its mail is somebody else''s: servers here know the domain by its websites alone';
create trigger wake_site_mail_off after update of mail_off on wirt.site for each row execute function wirt.wake();
