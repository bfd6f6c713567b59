-- A site may be renamed. Its mail stays in the folder that is called as it was first, like its files.
alter table wirt.site add mail_folder text;
comment on column wirt.site.mail_folder is 'of a renamed site: below mail/ in the home; null: called like the site';
create trigger wake_site_renamed after update of host on wirt.site for each row execute function wirt.wake();
