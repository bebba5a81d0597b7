-- Teams as lists show them. Written by projections from the teams' journals, never by a request.

create table team_directory (
  team_id uuid primary key,
  hackathon_id uuid not null,
  name text not null,
  description text,
  looking_for text[] not null,
  leader_id uuid,
  members integer not null default 0 check (members >= 0),
  capacity integer not null,
  phase text not null check (phase in ('BEFORE_START', 'COMPETITION', 'OVER')),
  submitted boolean not null default false,
  disbanded boolean not null default false,
  -- The rule of TeamState.status(), for filters.
  status text not null generated always as (
    case
      when disbanded then 'DISBANDED'
      when submitted then 'SUBMITTED'
      when phase <> 'BEFORE_START' then 'COMPETING'
      when members >= capacity then 'FULL'
      else 'RECRUITING'
    end) stored,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
-- A team that nobody has entered, or that is no more, is on no list.
create index team_directory_hackathon_idx on team_directory (hackathon_id, team_id) where members > 0;

create table team_member (
  team_id uuid not null references team_directory (team_id) on delete cascade,
  user_id uuid not null,
  -- LEADER is who team_directory.leader_id names.
  role text not null check (role in ('MEMBER', 'MENTOR')),
  -- The order of joining.
  place bigint not null generated always as identity,
  since timestamptz not null,
  primary key (team_id, user_id)
);
create index team_member_user_idx on team_member (user_id);

-- At most two rows a team: its draft, and what it handed in.
create table project_gallery (
  team_id uuid not null references team_directory (team_id) on delete cascade,
  submitted boolean not null,
  hackathon_id uuid not null,
  name text not null,
  description text not null,
  repository_url text,
  demo_url text,
  track_ids text[] not null,
  version bigint not null check (version > 0),
  submitted_at timestamptz check ((submitted_at is not null) = submitted),
  late boolean not null default false,
  primary key (team_id, submitted)
);
create index project_gallery_hackathon_idx on project_gallery (hackathon_id, team_id);
