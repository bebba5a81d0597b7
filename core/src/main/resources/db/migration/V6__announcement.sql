-- What organizers announce, as far as it is not in the channel's log: what waits for its time, and what is for an
-- audience only. A row for ALL goes when its announcement is in the log.

create table announcement (
  id uuid primary key,
  hackathon_id uuid not null,
  author_id uuid not null,
  audience text not null check (audience in ('ALL', 'PARTICIPANTS', 'JUDGES', 'MENTORS', 'ORGANIZERS')),
  title text not null,
  content text not null,
  type text not null check (type in ('ANNOUNCEMENT', 'SCHEDULE_CHANGE', 'RESOURCE', 'REMINDER')),
  priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  attachments jsonb not null default '[]',
  status text not null check (status in ('SCHEDULED', 'PUBLISHING', 'PUBLISHED')),
  publish_at timestamptz not null,
  -- The command that publishes it, dated when it was first sent: kept before sending, so that sending again is harmless.
  cid uuid,
  published_at timestamptz,
  edited_at timestamptz,
  version bigint not null default 1,
  check ((status = 'SCHEDULED') = (cid is null)),
  check ((status = 'PUBLISHED') = (published_at is not null))
);
create index announcement_due_idx on announcement (publish_at) where status <> 'PUBLISHED';
create index announcement_hackathon_idx on announcement (hackathon_id);
create index announcement_author_idx on announcement (author_id);

create table announcement_ack (
  update_id uuid not null,
  user_id uuid not null,
  hackathon_id uuid not null,
  cid uuid not null,
  at timestamptz not null,
  primary key (update_id, user_id),
  unique (user_id, cid)
);
