-- A mailbox may be called otherwise. Its mail stays in the folder that it got first, and that nobody else ever gets: who
-- comes after it under the same name opens no mail of before.
alter table wirt.mailbox add folder text;
comment on column wirt.mailbox.folder is 'below the mail folder of its site; null: called like the mailbox, as all were once';
grant select (folder) on wirt.mailbox to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

-- No mailbox is called with an @.
create function wirt.keep_mail_folder() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        new.folder := coalesce(old.folder, old.local);
    else
        new.folder := new.local || '@' || new.id;
    end if;
    return new;
end
$$;
create trigger keep_folder_made before insert on wirt.mailbox for each row execute function wirt.keep_mail_folder();
create trigger keep_folder_renamed before update of local on wirt.mailbox for each row when (old.local <> new.local)
    execute function wirt.keep_mail_folder();
