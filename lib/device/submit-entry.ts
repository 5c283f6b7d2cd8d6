import { dropEntry, getKept, keepEntry } from "./device-store";
import type { EntryAnswer, OutboxEntry } from "./outbox-entry";
import { postEntries, type SendState } from "./post-entries";
import { sendOutbox } from "./send-outbox";

/**
 * What came of an entry: the server's answer; or it waits in the outbox because nothing was reached; or nobody
 * is signed in, it was refused, or could neither be sent nor kept, and it is for the form to keep.
 */
export type Submitted =
  | EntryAnswer
  | { is: "waiting" }
  | { is: "signed out" | "refused" | "neither sent nor kept" };

const openStates = { "signed out": "signed out", refused: "refused" } as const;

async function sendAlone(entry: OutboxEntry, key: string | null): Promise<EntryAnswer | SendState> {
  const answered = await postEntries(entry.memberId, key, [entry]);
  return typeof answered === "string" ? answered : (answered.answers[0] ?? "unreachable");
}

/** Asks the browser to wake the service worker once there is a connection, where it can. */
async function askForSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration && "sync" in registration)
    await (registration.sync as { register: (tag: string) => Promise<void> }).register("outbox");
}

/**
 * Puts an entry into the outbox, so that nothing can lose it, then sends what waits there.
 *
 * @param said `heardAt` is left out of a new one: the device last heard from the server when it says so itself.
 * @param heldId the id under which it lies there already: it takes that one's place, and also stays while its member
 *   is asked about it or is not signed in.
 */
export async function submitEntry(
  said: Omit<OutboxEntry, "heardAt" | "savedAt"> & Partial<Pick<OutboxEntry, "heardAt">>,
  { heldId }: { heldId?: string },
): Promise<Submitted> {
  const kept = await getKept(said.memberId).catch(() => undefined);
  const savedAt = new Date().toISOString();
  const entry = { heardAt: kept?.data?.heardAt ?? null, ...said, savedAt };
  const isKept = await keepEntry(entry, heldId).then(
    () => true,
    () => false,
  );
  // Where the outbox cannot be read after all it is sent as where nothing can be kept.
  const report = isKept ? await sendOutbox().catch(() => undefined) : undefined;
  const own = report?.answers.find(({ deviceId }) => deviceId === entry.deviceId);
  const state = report?.states.get(entry.memberId) ?? "answered";
  const answer = own ?? (state === "answered" ? await sendAlone(entry, kept?.key ?? null) : state);
  if (answer === "unreachable" || answer === "answered") {
    if (!isKept) return { is: "neither sent nor kept" };
    await askForSync().catch(() => {});
    return { is: "waiting" };
  }
  if (isKept && heldId === undefined) await dropEntry(entry).catch(() => {});
  return typeof answer === "string" ? { is: openStates[answer] } : answer;
}
