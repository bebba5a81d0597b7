-- Who holds hackathons, and the roles of their people.

create table organization (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  description text check (length(description) <= 5000),
  logo_url text check (length(logo_url) <= 2048),
  website_url text check (length(website_url) <= 2048),
  industry text check (length(industry) <= 100),
  size text check (size in ('STARTUP', 'SMALL', 'MEDIUM', 'LARGE', 'ENTERPRISE')),
  verification_status text not null check (verification_status in ('PENDING', 'VERIFIED', 'REJECTED')),
  verification_reason text check (length(verification_reason) <= 1000),
  subscription_tier text not null default 'FREE' check (subscription_tier in ('FREE', 'PRO', 'ENTERPRISE')),
  -- Counts the changes of who is OWNER or ADMIN; `told` is the last that its hackathons know of.
  managers_version bigint not null default 1,
  managers_told bigint not null default 0 check (managers_told <= managers_version),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index organization_slug_key on organization (slug);
create index organization_untold_idx on organization (id) where managers_told < managers_version;

create table organization_member (
  organization_id uuid not null references organization (id) on delete cascade,
  user_id uuid not null references account (id) on delete cascade,
  role text not null check (role in ('OWNER', 'ADMIN', 'FINANCE', 'STAFF')),
  since timestamptz not null,
  primary key (organization_id, user_id)
);
create index organization_member_user_idx on organization_member (user_id);
