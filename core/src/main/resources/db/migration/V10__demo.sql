-- Whom the sign-in page of a demo offers at one click. Rows are there once the demo is laid out whole.
create table demo_guest (
  place int primary key,
  role varchar(32) not null,
  account_id uuid not null references account (id) on delete cascade,
  laid_out_at timestamptz not null
);
