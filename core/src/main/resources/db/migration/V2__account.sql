-- People with an account, how they are signed in, and what was done over somebody's head.

create table account (
  id uuid primary key,
  email text not null check (length(email) between 3 and 254),
  username text not null check (username ~ '^[A-Za-z0-9][A-Za-z0-9_-]{2,31}$'),
  full_name text not null check (length(full_name) between 1 and 100),
  -- Argon2id with its parameters; none for those who only sign in through another service.
  password_hash text,
  bio text check (length(bio) <= 2000),
  avatar_url text check (length(avatar_url) <= 2048),
  github_username text check (length(github_username) <= 39),
  linkedin_url text check (length(linkedin_url) <= 2048),
  skills text[] not null default '{}',
  preferences jsonb not null default '{}',
  platform_role text not null default 'USER' check (platform_role in ('USER', 'ADMIN')),
  email_verified boolean not null default false,
  -- Made up for the demo: cannot sign in where strangers can reach us.
  demo boolean not null default false,
  suspended_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index account_email_key on account (lower(email));
create unique index account_username_key on account (lower(username));

-- One sign-in: the family of its refresh tokens, and the `sid` of its access tokens.
create table session (
  id uuid primary key,
  user_id uuid not null references account (id) on delete cascade,
  created_at timestamptz not null,
  -- However often it is refreshed.
  expires_at timestamptz not null check (expires_at > created_at),
  revoked_at timestamptz
);
create index session_user_idx on session (user_id) where revoked_at is null;
create index session_expires_idx on session (expires_at);

create table refresh_token (
  hash bytea primary key check (length(hash) = 32),
  session_id uuid not null references session (id) on delete cascade,
  generation int not null check (generation > 0),
  expires_at timestamptz not null,
  -- When its successor was made.
  used_at timestamptz,
  unique (session_id, generation)
);

-- Sessions whose access tokens must not count any more although they have not expired. Kept an hour.
create table revoked (
  session_id uuid primary key,
  at timestamptz not null
);
create index revoked_at_idx on revoked (at);

-- What a link in a mail is worth. One use.
create table mail_token (
  hash bytea primary key check (length(hash) = 32),
  user_id uuid not null references account (id) on delete cascade,
  purpose text not null check (purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD')),
  expires_at timestamptz not null
);
create index mail_token_user_idx on mail_token (user_id, purpose);
create index mail_token_expires_idx on mail_token (expires_at);

-- What an admin did over the heads of those whose matter it was. Append-only.
create table audit_log (
  id uuid primary key,
  at timestamptz not null,
  actor uuid not null,
  action text not null check (length(action) <= 100),
  target text not null check (length(target) <= 200),
  detail text not null default '' check (length(detail) <= 2000)
);
create index audit_log_at_idx on audit_log (at);
create index audit_log_actor_idx on audit_log (actor, at);

create function audit_log_stays() returns trigger language plpgsql as $$
begin
  raise exception 'audit_log is append-only';
end
$$;
create trigger audit_log_stays before update or delete on audit_log
  for each statement execute function audit_log_stays();
create trigger audit_log_is_not_emptied before truncate on audit_log
  for each statement execute function audit_log_stays();

-- Answers to requests that must not happen twice. The answer is encrypted with a key that only the caller's
-- idempotency key yields: some answers hold what is shown once.
create table idempotency (
  key bytea primary key check (length(key) = 32),
  request bytea not null check (length(request) = 32),
  started_at timestamptz not null,
  -- Whoever runs the request has until then; after that another may.
  lease_until timestamptz not null,
  answer bytea
);
create index idempotency_started_idx on idempotency (started_at);
