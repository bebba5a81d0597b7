// @ts-check
/// <reference lib="webworker" />
/* The service worker, served as /sw.js with this version's addresses filled in. It opens the pages without a server: what is
   named by its content comes from the cache, the page itself from the server where one answers soon. The API and the live
   connection are none of its business. */

const VERSION = "{{version}}";
/** @type {string[]} */
const FILES = JSON.parse(`{{files}}`);
const PREFIX = "hackhub-";
const NAME = PREFIX + VERSION;
/** The one page there is, whatever its address. */
const PAGE = "/";
const PATIENCE_MS = 3000;
const AWAY = [502, 503, 504];
const TOGETHER = 8;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(tidy()));
// The new version waits until somebody says so: a page that is open is never taken its files away.
worker.addEventListener("message", ({ data, ports }) => {
  if (data === "version") ports[0]?.postMessage(VERSION);
  if (data === "take over") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin || pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (/^\/(assets|_static|webjars)\//.test(pathname)) event.respondWith(kept(request));
  else if (FILES.includes(pathname)) event.respondWith(freshOrKept(request));
});

/** A few at a time: whoever looks at the page comes first. */
async function fill() {
  const cache = await caches.open(NAME);
  await cache.add(new Request(PAGE, { cache: "reload" }));
  for (let i = 0; i < FILES.length; i += TOGETHER) await Promise.all(FILES.slice(i, i + TOGETHER).map((file) => have(cache, file)));
}

/** What the version before had under the same address is the same. @param {Cache} cache @param {string} file */
async function have(cache, file) {
  const before = file.startsWith("/assets/") || file.startsWith("/_static/") ? await caches.match(file) : undefined;
  await (before ? cache.put(file, before) : cache.add(file));
}

/** Pages of the version before may still be open: its files stay until the next. */
async function tidy() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @param {Request} request */
async function page(request) {
  const cached = async () => (await (await caches.open(NAME)).match(PAGE)) ?? Response.error();
  try {
    const answer = await soon(fetch(request));
    return answer && !AWAY.includes(answer.status) ? answer : await cached();
  } catch {
    return cached();
  }
}

/** Named by its content: what is kept is right. @param {Request} request */
async function kept(request) {
  const known = await caches.match(request, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(NAME)).put(request, answer.clone());
  return answer;
}

/** @param {Request} request */
async function freshOrKept(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}

/** @template T @param {Promise<T>} answer @returns {Promise<T | null>} null: it takes too long */
function soon(answer) {
  return Promise.race([answer, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null))]);
}
