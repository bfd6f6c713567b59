-- A receipt says in the reader's language in what way a service is not dark: a word of the messages, apart from the names.
alter table wirt.enforcement add column failed text not null default '';
comment on column wirt.enforcement.failed is 'live, open, lit, unreachable; empty: everything is dark';
comment on column wirt.enforcement.failure is 'what is not dark, by name or number';
