-- Names, lists and memberships of hackathons. All but hackathon_slug and hackathon_application are projected from the
-- journal and can be built anew from it.

-- By what name a hackathon is found. Reserved before the hackathon is created, so that no two get the same.
create table hackathon_slug (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  hackathon_id uuid not null unique,
  organization_id uuid not null,
  reserved_at timestamptz not null
);
create index hackathon_slug_organization_idx on hackathon_slug (organization_id);

-- What people wrote when they registered: kept out of the journal, because it may hold anything about them.
create table hackathon_application (
  registration_id uuid primary key,
  hackathon_id uuid not null,
  user_id uuid not null,
  data jsonb not null,
  created_at timestamptz not null
);
create index hackathon_application_user_idx on hackathon_application (user_id);

create table hackathon_directory (
  hackathon_id uuid primary key,
  organization_id uuid not null,
  slug text not null,
  title text not null,
  description text not null,
  theme text,
  difficulty text not null check (difficulty in ('BEGINNER', 'INTERMEDIATE', 'ADVANCED', 'EXPERT')),
  -- In lower case: what is searched for.
  skills text[] not null,
  details jsonb not null,
  -- As last written; readers carry it on by the clock.
  status text not null check (status in (
    'DRAFT', 'PUBLISHED', 'REGISTRATION_OPEN', 'REGISTRATION_CLOSED', 'ACTIVE', 'JUDGING', 'COMPLETED', 'CANCELLED')),
  published boolean not null default false,
  held boolean not null default false,
  registration_start timestamptz not null,
  registration_end timestamptz not null,
  start_date timestamptz not null,
  end_date timestamptz not null,
  grace_minutes int not null,
  time_zone text not null,
  registered int not null default 0,
  waitlisted int not null default 0,
  teams int not null default 0,
  featured boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index hackathon_directory_created_idx on hackathon_directory (created_at, hackathon_id);
create index hackathon_directory_start_idx on hackathon_directory (start_date, hackathon_id);
create index hackathon_directory_deadline_idx on hackathon_directory (registration_end, hackathon_id);
create index hackathon_directory_organization_idx on hackathon_directory (organization_id);
create index hackathon_directory_skills_idx on hackathon_directory using gin (skills);

-- Who takes part or works there. A row stays when somebody has left.
create table hackathon_member (
  hackathon_id uuid not null,
  user_id uuid not null,
  registration_id uuid,
  registration text check (registration in ('REGISTERED', 'WAITLISTED', 'CANCELLED', 'CHECKED_IN')),
  registered_at timestamptz,
  -- The journal's number of the registration: the order of the waiting list.
  arrival bigint,
  team_id uuid,
  roles text[] not null default '{}',
  primary key (hackathon_id, user_id)
);
create index hackathon_member_user_idx on hackathon_member (user_id);
create index hackathon_member_waiting_idx on hackathon_member (hackathon_id, arrival) where registration = 'WAITLISTED';
create index hackathon_member_team_idx on hackathon_member (hackathon_id, team_id) where team_id is not null;

-- The owners and admins of its organization, who count as its organizers.
create table hackathon_manager (
  hackathon_id uuid not null,
  user_id uuid not null,
  role text not null check (role in ('ORGANIZATION_OWNER', 'ORGANIZATION_ADMIN')),
  primary key (hackathon_id, user_id)
);
create index hackathon_manager_user_idx on hackathon_manager (user_id);

-- When a hackathon must be woken: at its next milestone, and for what others have not answered.
create table due (
  hackathon_id uuid not null,
  what text not null,
  at timestamptz not null,
  primary key (hackathon_id, what)
);
create index due_at_idx on due (at);
