import { dropEntry, forgetData, forgetMember, listEntries, listKept, noteAsked } from "./device-store";
import { type EntryAnswer, mostEntries, type OutboxEntry } from "./outbox-entry";
import { postEntries, type SendState } from "./post-entries";

/**
 * What became of the entries that were sent, which of them are logged, as they were sent, and how sending went for
 * each member who had some.
 */
export type SendReport = {
  answers: EntryAnswer[];
  logged: OutboxEntry[];
  states: ReadonlyMap<number, SendState>;
};

async function heed(answer: EntryAnswer, sent: readonly OutboxEntry[]): Promise<void> {
  const entry = sent.find(({ deviceId }) => deviceId === answer.deviceId);
  if (!entry) return;
  if (answer.is === "asks") await noteAsked(entry, answer);
  else await dropEntry(entry);
}

async function sendOf(
  memberId: number,
  key: string | null,
  entries: readonly OutboxEntry[],
): Promise<{ answers: EntryAnswer[]; state: SendState }> {
  const answers: EntryAnswer[] = [];
  for (let first = 0; first === 0 || first < entries.length; first += mostEntries) {
    const part = entries.slice(first, first + mostEntries);
    const answered = await postEntries(memberId, key, part);
    if (answered === "signed out") await forgetData(memberId);
    if (typeof answered === "string") return { answers, state: answered };
    for (const answer of answered.answers) await heed(answer, part);
    answers.push(...answered.answers);
    const isLast = first + mostEntries >= entries.length;
    if (answered.isGone && isLast) await forgetMember(memberId, { isGone: true });
  }
  return { answers, state: "answered" };
}

/** One at a time on this device, its other pages and the service worker included, where the browser can. */
function exclusively<Result>(act: () => Promise<Result>): Promise<Result> {
  return navigator.locks ? navigator.locks.request("pipelog-outbox", act) : act();
}

/**
 * Sends what waits in the outbox, each member's in its order and under their own name only. An entry stays until
 * the server has answered for it; one that is asked about waits for its member and is not sent again unasked.
 *
 * @param isReportingIn also for members of whom the device keeps something but no entry: whether it still may.
 */
export async function sendOutbox({ isReportingIn = false } = {}): Promise<SendReport> {
  return exclusively(async () => {
    const kept = new Map((await listKept()).map(({ memberId, key }) => [memberId, key]));
    const waiting = (await listEntries()).filter(({ asked }) => !asked);
    const memberIds = new Set(waiting.map(({ memberId }) => memberId));
    if (isReportingIn) for (const memberId of kept.keys()) memberIds.add(memberId);
    const answers: EntryAnswer[] = [];
    const logged: OutboxEntry[] = [];
    const states = new Map<number, SendState>();
    for (const memberId of memberIds) {
      const own = waiting.filter((entry) => entry.memberId === memberId);
      const sent = await sendOf(memberId, kept.get(memberId) ?? null, own);
      answers.push(...sent.answers);
      const loggedIds = sent.answers.filter(({ is }) => is === "logged").map(({ deviceId }) => deviceId);
      logged.push(...own.filter(({ deviceId }) => loggedIds.includes(deviceId)));
      states.set(memberId, sent.state);
    }
    return { answers, logged, states };
  });
}
