-- What a mailbox answers by itself to whoever writes to it; no text: nothing.
alter table wirt.mailbox
    add answer_subject text check (length(answer_subject) between 1 and 255 and answer_subject !~ '[\n\r]'),
    add answer_text    text check (length(answer_text) between 1 and 10000),
    add answer_html    boolean not null default false,
    add answer_until   date,
    add constraint mailbox_answer
        check (answer_text is not null or answer_subject is null and answer_until is null and not answer_html);
comment on column wirt.mailbox.answer_subject is 'null: that of the message, after "Auto:"';
comment on column wirt.mailbox.answer_until is 'the last day (UTC) on which it answers; null: without end';
grant select (answer_subject, answer_text, answer_html, answer_until) on wirt.mailbox
    to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
