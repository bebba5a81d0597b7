-- Who may not write in a channel for a while. Beside the channel's log, because not every reader may know.

create table room_mute (
  channel text not null,
  user_id uuid not null,
  muted_until timestamptz not null,
  muted_by uuid not null,
  muted_at timestamptz not null default now(),
  primary key (channel, user_id)
);
create index room_mute_user_idx on room_mute (user_id);
