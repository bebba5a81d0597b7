-- Up to which deletion the texts that a channel's log took back are out of its payloads, so that none is looked for twice.

create table room_redaction (
  channel text primary key,
  redacted_to bigint not null
);
