// @ts-check
/** @import { Update } from "../api/types.js" */
/** @import { LogEvent } from "../live/types.js" */
import { live, session } from "../app/services.js";
import { toast } from "../design/toast.js";
import { hold } from "../live/shared.js";
import { Timeline } from "../live/timeline.js";

const FRESH_MS = 30_000;

/** What a hackathon's organizers said, and what became of the hackathon itself. */
export class Feed extends Timeline {
  /** @type {Map<string, Update>} */
  updates = new Map();
  /** The latest of its own changes. @type {any} */
  change = null;

  /** Newest first. */
  get list() {
    return [...this.updates.values()].reverse();
  }

  /** @param {LogEvent[]} events */
  appended(events) {
    for (const event of events) {
      this.#apply(event);
      if (event.kind === "announcement.published") this.#tell(event);
    }
  }

  /** In passing, whatever page one is on; but not to those who see it anyway. @param {LogEvent} event */
  #tell({ channel, at, data }) {
    const fresh = Date.now() + live.skew - Date.parse(at) < FRESH_MS;
    const shown = location.pathname.endsWith("/announcements") || location.pathname.startsWith("/screen/");
    if (!fresh || shown || data.author?.id === session.user?.id) return;
    const kind = data.priority === "URGENT" ? "bad" : "plain";
    toast(data.title, { kind, title: "Announcement", href: `/hackathons/${channel.split("/")[1]}/announcements` });
  }

  rebuilt() {
    this.updates.clear();
    for (const event of this.events) this.#apply(event);
  }

  /** @param {LogEvent} event */
  #apply({ kind, at, data }) {
    const id = data.id ?? data.updateId;
    const held = this.updates.get(id);
    if (kind === "announcement.published") this.updates.set(id, { ...data, id, publishedAt: data.publishedAt ?? at });
    else if (kind === "announcement.edited" && held) this.updates.set(id, { ...held, ...data, id, editedAt: data.editedAt ?? at });
    else if (kind === "announcement.withdrawn") this.updates.delete(id);
    else if (kind === "hackathon.changed") this.change = data;
  }
}

/** @param {string} hackathonId */
export function holdFeed(hackathonId) {
  const channel = `hackathon/${hackathonId}/announcements`;
  return hold(channel, () => new Feed(channel));
}
