-- A site may lead its visitors elsewhere in place of showing its own pages. These stay where they are.
alter table wirt.site add redirect_to text, add redirect_mode text check (redirect_mode in ('PERMANENT', 'TEMPORARY', 'FRAME')),
    add constraint site_redirect_whole check ((redirect_to is null) = (redirect_mode is null));
comment on column wirt.site.redirect_to is 'http or https address, as browsers send it; null: its own pages';
comment on column wirt.site.redirect_mode is 'PERMANENT 301, TEMPORARY 302 (RFC 9110, 15.4), FRAME: a page that shows the other one';
create trigger wake_site_redirect after update of redirect_to, redirect_mode on wirt.site for each row execute function wirt.wake();
