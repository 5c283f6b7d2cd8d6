import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { DeviceData } from "./device-data";
import type { AskedBack, OutboxEntry } from "./outbox-entry";

type StoredEntry = OutboxEntry & { seq?: number };

/** What a device keeps of one member: its key, and the team's data unless nobody is signed in. */
type Kept = { memberId: number; key: string; data: DeviceData | null };

interface Store extends DBSchema {
  outbox: { key: number; value: StoredEntry; indexes: { deviceId: string } };
  kept: { key: number; value: Kept };
  /** Single values: who was here last, who was removed, what was shared to the app. */
  notes: { key: "lastMemberId" | "shared" | "goneMemberId"; value: number | string };
}

let opened: Promise<IDBPDatabase<Store>> | undefined;

function store(): Promise<IDBPDatabase<Store>> {
  opened ??= openDB<Store>("pipelog", 1, {
    upgrade(database) {
      const outbox = database.createObjectStore("outbox", { keyPath: "seq", autoIncrement: true });
      outbox.createIndex("deviceId", "deviceId", { unique: true });
      database.createObjectStore("kept", { keyPath: "memberId" });
      database.createObjectStore("notes");
    },
    terminated() {
      opened = undefined;
    },
  }).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

const channelName = "pipelog-outbox";

/** Tells every page of this device that its outbox or its data changed. */
function tellPages(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage("changed");
  channel.close();
  globalThis.dispatchEvent(new Event(channelName));
}

/** None in a browser that keeps nothing of this address: no other page has anything to tell there. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(channelName);
  } catch {
    return undefined;
  }
}

/** Calls back whenever the outbox or the data of this device changed, in this page or another. @returns what ends it. */
export function onDeviceChange(listener: () => void): () => void {
  const channel = openChannel();
  channel?.addEventListener("message", listener);
  globalThis.addEventListener(channelName, listener);
  return () => {
    channel?.close();
    globalThis.removeEventListener(channelName, listener);
  };
}

/**
 * Puts an entry into the outbox, or in the place of the one with its id. Durable once it resolves.
 *
 * @param replacedId the id of another whose place it takes: the same conversation, now sent under a new id.
 */
export async function keepEntry(entry: OutboxEntry, replacedId = entry.deviceId): Promise<void> {
  const tx = (await store()).transaction("outbox", "readwrite", { durability: "strict" });
  const known = await tx.store.index("deviceId").getKey(entry.deviceId);
  const replaced = await tx.store.index("deviceId").getKey(replacedId);
  const seq = known ?? replaced;
  if (replaced !== undefined && replaced !== seq) await tx.store.delete(replaced);
  await tx.store.put(seq === undefined ? entry : { ...entry, seq });
  await tx.done;
  tellPages();
}

/** The entries in the order in which they were made. */
export async function listEntries(): Promise<OutboxEntry[]> {
  return (await store()).getAll("outbox");
}

/** The entry of that id. */
export async function getEntry(deviceId: string): Promise<OutboxEntry | undefined> {
  return (await store()).getFromIndex("outbox", "deviceId", deviceId);
}

type Which = Pick<OutboxEntry, "deviceId" | "savedAt">;

async function changeEntry(
  { deviceId, savedAt }: Which,
  change: (entry: StoredEntry) => StoredEntry | undefined,
): Promise<void> {
  const tx = (await store()).transaction("outbox", "readwrite");
  const entry = await tx.store.index("deviceId").get(deviceId);
  if (entry?.seq !== undefined && entry.savedAt === savedAt) {
    const changed = change(entry);
    if (changed) await tx.store.put(changed);
    else await tx.store.delete(entry.seq);
  }
  await tx.done;
  tellPages();
}

/** Takes an entry out of the outbox, unless it was changed since: the server has it, or its member discards it. */
export async function dropEntry(entry: Which): Promise<void> {
  await changeEntry(entry, () => undefined);
}

/** Notes what the server asks back about an entry that still waits. */
export async function noteAsked(entry: Which, asked: AskedBack): Promise<void> {
  await changeEntry(entry, (stored) => ({ ...stored, asked }));
}

/** What the device keeps of each member. */
export async function listKept(): Promise<Kept[]> {
  return (await store()).getAll("kept");
}

/** What the device keeps of this member. */
export async function getKept(memberId: number): Promise<Kept | undefined> {
  return (await store()).get("kept", memberId);
}

/** Keeps the data of the member who is signed in; those of any other go. */
export async function keepData(kept: Kept): Promise<void> {
  const tx = (await store()).transaction(["kept", "notes"], "readwrite");
  for (const other of await tx.objectStore("kept").getAll())
    if (other.memberId !== kept.memberId) await tx.objectStore("kept").put({ ...other, data: null });
  await tx.objectStore("kept").put(kept);
  await tx.objectStore("notes").put(kept.memberId, "lastMemberId");
  await tx.done;
  tellPages();
}

/** Forgets the team's data: nobody is signed in who may read them. Entries and keys stay. */
export async function forgetData(memberId: number): Promise<void> {
  const kept = await getKept(memberId);
  if (kept?.data) await (await store()).put("kept", { ...kept, data: null });
  tellPages();
}

/** Forgets the team's data whoever kept them: here is somebody who logs nothing. Entries and keys stay. */
export async function forgetAllData(): Promise<void> {
  for (const { memberId } of await listKept()) await forgetData(memberId);
}

/**
 * Forgets everything of a member who signs out, and what was shared to the app; with `keepsEntries` all but what
 * waits, and the key that tells whose it is.
 */
export async function forgetMember(
  memberId: number,
  { keepsEntries }: { keepsEntries: boolean },
): Promise<void> {
  const tx = (await store()).transaction(["kept", "outbox", "notes"], "readwrite");
  const kept = await tx.objectStore("kept").get(memberId);
  if (kept && keepsEntries) await tx.objectStore("kept").put({ ...kept, data: null });
  else await tx.objectStore("kept").delete(memberId);
  if (!keepsEntries)
    for (const entry of await tx.objectStore("outbox").getAll())
      if (entry.memberId === memberId && entry.seq !== undefined)
        await tx.objectStore("outbox").delete(entry.seq);
  const notes = tx.objectStore("notes");
  if ((await notes.get("lastMemberId")) === memberId) await notes.delete("lastMemberId");
  await notes.delete("shared");
  await tx.done;
  tellPages();
}

/**
 * Forgets everything of a member who was removed but what still waits, and while something does the key that tells
 * whose it is; what was shared to the app, if they were here last. It is noted for the next page, which forgets their
 * drafts too.
 *
 * @returns what still waits, in the order in which it was made.
 */
export async function forgetGoneMember(memberId: number): Promise<OutboxEntry[]> {
  const tx = (await store()).transaction(["kept", "outbox", "notes"], "readwrite");
  const waiting = (await tx.objectStore("outbox").getAll()).filter((entry) => entry.memberId === memberId);
  const kept = await tx.objectStore("kept").get(memberId);
  if (kept && waiting.length > 0) await tx.objectStore("kept").put({ ...kept, data: null });
  else await tx.objectStore("kept").delete(memberId);
  const notes = tx.objectStore("notes");
  if ((await notes.get("lastMemberId")) === memberId) {
    await notes.delete("lastMemberId");
    await notes.delete("shared");
  }
  await notes.put(memberId, "goneMemberId");
  await tx.done;
  tellPages();
  return waiting;
}

/** Who was signed in on this device last and has not signed out; undefined: nobody. */
export async function getLastMemberId(): Promise<number | undefined> {
  return (await (await store()).get("notes", "lastMemberId")) as number | undefined;
}

/** The member whose device this was until they were removed, told once; undefined: nobody. */
export async function takeGoneMemberId(): Promise<number | undefined> {
  const tx = (await store()).transaction("notes", "readwrite");
  const memberId = await tx.store.get("goneMemberId");
  await tx.store.delete("goneMemberId");
  await tx.done;
  return typeof memberId === "number" ? memberId : undefined;
}

/** Keeps a text that another app shared with this one. */
export async function keepShared(text: string): Promise<void> {
  await (await store()).put("notes", text, "shared");
}

/** The text that was shared and is not dropped yet; undefined: none is. */
export async function getShared(): Promise<string | undefined> {
  const text = await (await store()).get("notes", "shared");
  return typeof text === "string" ? text : undefined;
}

/** Drops the text that was shared: it is kept elsewhere. */
export async function dropShared(): Promise<void> {
  await (await store()).delete("notes", "shared");
}
