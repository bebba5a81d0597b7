// @ts-check
import { text } from "../app/text.js";
import { live, session } from "../app/services.js";
import { toast } from "../design/toast.js";
import { device } from "./device.js";

const WORKER = "/sw.js";
/** The page comes first. */
const LATER_MS = 2000;
const LOOK_AGAIN_MS = 3_600_000;
const BEEN_HERE = "hackhub.been-here";
/** The version of the page that is shown. */
const SHOWN = document.querySelector("meta[name=hackhub-version]")?.getAttribute("content");

/** Nothing but our own worker may be made one. */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("hackhub-worker", {
  createScriptURL: (/** @type {string} */ url) => {
    if (url !== WORKER) throw new TypeError(`${url} is no worker of ours`);
    return url;
  },
});

/**
 * From then on the pages open without a server. Workers exist in secure contexts only. It fetches the whole client: whoever
 * looks in for the first time, in a hall full of phones, is spared that until they sign in or come back.
 */
export function registerWorker() {
  if (!("serviceWorker" in navigator)) return;
  const back = device.get(BEEN_HERE) !== null;
  device.set(BEEN_HERE, "");
  if (back || session.signedIn) return start();
  const release = session.state.watch(({ user }) => user && (release(), start()));
}

function start() {
  const later = () => setTimeout(() => void register().catch((error) => console.warn("Pages will not open offline:", error)), LATER_MS);
  if (document.readyState === "complete") later();
  else addEventListener("load", later, { once: true });
}

async function register() {
  const registration = await navigator.serviceWorker.register(policy?.createScriptURL(WORKER) ?? WORKER, { updateViaCache: "none" });
  offerUpdates(registration);
  // A server that comes back may be a newer one.
  let phase = "";
  live.state.watch((state) => {
    const back = state.phase === "open" && phase !== "" && phase !== "open";
    phase = state.phase;
    if (back) look(registration);
  });
  setInterval(() => look(registration), LOOK_AGAIN_MS);
}

/** @param {ServiceWorkerRegistration} registration */
function look(registration) {
  // Whoever is offline has nothing to look for.
  registration.update().catch(() => {});
}

/** A new version is taken when somebody wants it, never by itself. @param {ServiceWorkerRegistration} registration */
function offerUpdates(registration) {
  const offer = async (/** @type {ServiceWorker | null} */ worker) => {
    if (!worker || !navigator.serviceWorker.controller) return;
    // The page came from the server, and is as new already.
    if ((await versionOf(worker)) === SHOWN) return worker.postMessage("take over");
    toast(text.connection.newVersion, { stays: true, action: { name: text.connection.reload, act: () => takeOver(worker) } });
  };
  void offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => worker.state === "installed" && void offer(worker));
  });
}

/** @param {ServiceWorker} worker @returns {Promise<string>} */
function versionOf(worker) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => (port1.close(), resolve(data));
    worker.postMessage("version", [port2]);
  });
}

/** @param {ServiceWorker} worker */
function takeOver(worker) {
  // Another tab has let it take over already.
  if (worker.state !== "installed") return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  worker.postMessage("take over");
}
