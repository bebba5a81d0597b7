// The tables of the founding document that live traffic writes to, and its way of writing: one insert a message, each
// committed by itself before anybody is told.
import { randomUUID } from "node:crypto";
import pg from "pg";

const TABLES = `
  create table if not exists hackathon_updates (
    id uuid primary key,
    hackathon_id text not null,
    author_id text not null,
    title varchar(255) not null,
    content text not null,
    type text not null default 'ANNOUNCEMENT',
    priority text not null default 'NORMAL',
    attachments jsonb default '[]',
    published_at timestamp default now(),
    created_at timestamp default now()
  );
  create table if not exists team_messages (
    id uuid primary key,
    team_id text not null,
    sender_id text not null,
    content text not null,
    type text not null default 'TEXT',
    created_at timestamp default now()
  );
  create index if not exists team_messages_team_idx on team_messages (team_id, created_at);`;

// For measurements of memory, which want to know what is held and not what is garbage.
process.on("SIGUSR2", () => globalThis.gc?.());

export async function open() {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL ?? 20) });
  await pool.query(TABLES);
  return {
    async update(hackathon, author, title, content) {
      const id = randomUUID();
      const { rows } = await pool.query({
        name: "update",
        text: "insert into hackathon_updates (id, hackathon_id, author_id, title, content) values ($1, $2, $3, $4, $5) returning published_at",
        values: [id, hackathon, author, title, content],
      });
      return { id, timestamp: rows[0].published_at };
    },
    async message(team, sender, content) {
      const id = randomUUID();
      const { rows } = await pool.query({
        name: "message",
        text: "insert into team_messages (id, team_id, sender_id, content) values ($1, $2, $3, $4) returning created_at",
        values: [id, team, sender, content],
      });
      return { id, timestamp: rows[0].created_at };
    },
  };
}
