// @ts-check
import { hold } from "../live/shared.js";
import { Timeline } from "../live/timeline.js";
import { toast } from "../design/toast.js";
import { toldOf } from "./told.js";

/** What HackHub has told somebody. */
class Inbox extends Timeline {
  get notifications() {
    return this.events.filter((event) => event.kind === "notification.created").reverse();
  }

  get unread() {
    return Math.max(0, this.head - this.read);
  }

  /** @param {import("../live/types.js").LogEvent[]} events */
  appended(events) {
    for (const { kind, at, data } of events) {
      const fresh = Date.now() - Date.parse(at) < 30_000;
      if (kind !== "notification.created" || !fresh) continue;
      const { title, body } = toldOf(data);
      toast(body ?? title, { title: body ? title : undefined, href: linkOf(data.link) });
    }
  }
}

/** @param {string} userId @returns {Inbox} held for as long as the user is signed in */
export function inboxOf(userId) {
  return hold(`user/${userId}/inbox`, () => new Inbox(`user/${userId}/inbox`)).model;
}

/** Only our own pages: a notification leads nowhere else. @param {unknown} link */
export function linkOf(link) {
  return typeof link === "string" && /^\/(?!\/)/.test(link) ? link : undefined;
}
