// @ts-check
/** @import { ChatLog } from "./chat-log.js" */
import { problemOf } from "../api/problem.js";
import { toast } from "../design/toast.js";
import { timeOf } from "../live/uuid.js";
import { text } from "./text.js";

const MARGIN_MS = 60_000;

/** Loads what is needed to hold a message; its id says when it was written. @param {ChatLog} log @param {string} id @returns {Promise<boolean>} whether it is there */
export async function reveal(log, id) {
  const { room } = log;
  try {
    while (!room.messages.byId.has(id) && room.hasOlder && mayBeOlder(room.events[0]?.at, id)) {
      if (room.loadingOlder) await new Promise((resolve) => setTimeout(resolve, 50));
      else await room.older();
    }
  } catch (error) {
    toast(problemOf(error).message, { kind: "bad" });
    return false;
  }
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await log.updateComplete;
  const there = room.messages.byId.has(id);
  if (!there) toast(text.notFound);
  return there;
}

/** @param {string | undefined} first @param {string} id */
function mayBeOlder(first, id) {
  const written = timeOf(id);
  return first === undefined || Number.isNaN(written) || written < Date.parse(first) + MARGIN_MS;
}
