// The service worker: keeps the page that works without a connection, sends the outbox when the browser wakes
// it, and takes what other apps share. scripts/build-service-worker.mjs makes public/sw.js of it.

import { keepShared } from "./device-store";
import { dataOnDevice } from "./find-on-device";
import { sendOutbox } from "./send-outbox";
import { sharedNote } from "./shared-note";

type LastingEvent = Event & { waitUntil: (work: Promise<unknown>) => void };
type FetchEvent = LastingEvent & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Worker = {
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  addEventListener: (type: string, listener: (event: never) => void) => void;
};

const worker = globalThis as unknown as Worker;
const cacheName = "pipelog-offline";
const shell = "/offline";

function filesIn(text: string): string[] {
  return [...new Set(text.match(/\/_next\/static\/[\w\-./~%]+\.(?:js|css|woff2)/g))];
}

function filesInStyles(text: string, address: string): string[] {
  return [...text.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(
    ([, path = ""]) => new URL(path, new URL(address, location.origin)).pathname,
  );
}

/** Keeps the page for when there is no connection, with all it loads; its files first, so that it is never half there. */
async function keepShell(): Promise<void> {
  const page = await fetch(shell, { cache: "no-store" });
  if (!page.ok) return;
  const cache = await caches.open(cacheName);
  const wanted = filesIn(await page.clone().text());
  for (const address of wanted) {
    const known = await cache.match(address);
    const file = known ?? (await fetch(address));
    if (!file.ok) return;
    if (address.endsWith(".css"))
      for (const font of filesInStyles(await file.clone().text(), address))
        if (!wanted.includes(font)) wanted.push(font);
    if (!known) await cache.put(address, file);
  }
  await cache.put(shell, page);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== shell && !wanted.includes(pathname)) await cache.delete(url);
  }
}

async function kept(address: string): Promise<Response | undefined> {
  return (await caches.open(cacheName)).match(address, { ignoreVary: true });
}

/**
 * Whether only what stands before the app answered: a reverse proxy, or the launcher while it is being updated. What the
 * app says itself, such as that too many exports are on their way, has a policy.
 */
function isAppAway({ status, headers }: Response): boolean {
  return [502, 503, 504].includes(status) && !headers.has("content-security-policy");
}

/**
 * Whether one can log on this device where the app is away: not on a shared page, nor where the device keeps nothing, as
 * while nobody is signed in. Those pages come by themselves from “Pipelog is starting”.
 */
async function isToLogOn({ url }: Request): Promise<boolean> {
  const isShared = new URL(url).pathname.startsWith("/share/");
  return !isShared && (await dataOnDevice().catch(() => undefined)) !== undefined;
}

async function showPage(request: Request): Promise<Response> {
  try {
    const page = await fetch(request);
    const offline =
      isAppAway(page) && (await isToLogOn(request)) && (await kept(shell).catch(() => undefined));
    return offline || page;
  } catch (error) {
    const offline = await kept(shell);
    if (offline) return offline;
    throw error;
  }
}

/** Keeps what another app shares; where this device cannot, the server takes as much of it as an address holds. */
async function takeShare(request: Request): Promise<Response> {
  const sentOn = request.clone();
  try {
    await keepShared(sharedNote(await request.formData()));
  } catch {
    return fetch(sentOn);
  }
  return Response.redirect(`/log?shared=${Date.now()}`, 303);
}

/**
 * Fetches what a page shows next, once more where the line dropped it: without an answer the framework loads the whole
 * page anew, and what is typed in it is lost, also where the page only brings itself up to date.
 */
async function fetchContent(request: Request): Promise<Response> {
  return fetch(request).catch(() => fetch(request));
}

async function giveFile(request: Request, pathname: string): Promise<Response> {
  const file = await kept(pathname).catch(() => undefined);
  return file ?? fetch(request);
}

worker.addEventListener("install", (event: LastingEvent) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event: LastingEvent) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener("message", (event: LastingEvent) => {
  event.waitUntil(keepShell().catch(() => {}));
});

worker.addEventListener("sync", (event: LastingEvent) => {
  event.waitUntil(sendOutbox());
});

worker.addEventListener("fetch", (event: FetchEvent) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === "POST" && pathname === "/log/share") event.respondWith(takeShare(request));
  else if (request.method === "GET" && request.mode === "navigate") event.respondWith(showPage(request));
  else if (request.method === "GET" && pathname.startsWith("/_next/static/"))
    event.respondWith(giveFile(request, pathname));
  else if (request.method === "GET" && request.headers.has("rsc")) event.respondWith(fetchContent(request));
});
