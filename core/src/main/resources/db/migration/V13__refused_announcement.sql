-- What the channel's room has refused for good is not tried again: it waits for its author to rewrite or remove it.

alter table announcement
  drop constraint announcement_status_check,
  add constraint announcement_status_check check (status in ('SCHEDULED', 'PUBLISHING', 'PUBLISHED', 'REFUSED'));

drop index announcement_due_idx;
create index announcement_due_idx on announcement (publish_at) where status in ('SCHEDULED', 'PUBLISHING');
