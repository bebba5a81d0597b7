// @ts-check
/** @import { ChatLog } from "./chat-log.js" */
/** @import { Room } from "./room.js" */
import { Problem, problemOf } from "../api/problem.js";
import { live } from "../app/services.js";
import { toast } from "../design/toast.js";
import { timeOf } from "../live/uuid.js";
import { text } from "./text.js";

const MARGIN_MS = 60_000;
const UNREACHABLE = ["waiting", "closed"];

/**
 * Loads what is needed to hold a message; its id says when it was written. One that the server has told of, and that has not
 * come yet, is waited for.
 * @param {ChatLog} log @param {string} id @returns {Promise<boolean>} whether it is there
 */
export async function reveal(log, id) {
  const { room } = log;
  try {
    while (log.isConnected && !room.messages.byId.has(id)) {
      if (!room.upToDate) await news(room);
      else if (!room.hasOlder || !mayBeOlder(room.events[0]?.at, id)) break;
      else await room.older();
    }
  } catch (error) {
    toast(problemOf(error).message, { kind: "bad" });
    return false;
  }
  if (!log.isConnected) return false;
  const there = room.messages.byId.has(id);
  if (!there) toast(text.notFound);
  // What has just come is told to the log with the next frame; it is to have its row now.
  log.requestUpdate();
  await log.updateComplete;
  return there;
}

/** What the server has that is not held here. @param {Room} room */
function news(room) {
  if (UNREACHABLE.includes(live.state.value.phase)) throw Problem.unreachable();
  return change(room);
}

/** The next change of what is held, or of the connection. @param {Room} room @returns {Promise<void>} */
function change(room) {
  return new Promise((resolve) => {
    const stops = [room.changed, live.state].map((store) => store.watch(() => {
      stops.forEach((stop) => stop());
      resolve();
    }));
  });
}

/** @param {string | undefined} first @param {string} id */
function mayBeOlder(first, id) {
  const written = timeOf(id);
  return first === undefined || Number.isNaN(written) || written < Date.parse(first) + MARGIN_MS;
}
