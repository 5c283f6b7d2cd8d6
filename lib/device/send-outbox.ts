import { dropEntry, forgetData, forgetGoneMember, listEntries, listKept, noteAsked } from "./device-store";
import { type EntryAnswer, mostEntries, type OutboxEntry, sentIdOf } from "./outbox-entry";
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
  const entry = sent.find((each) => sentIdOf(each) === answer.deviceId);
  if (!entry) return;
  if (answer.is === "asks") await noteAsked(entry, answer);
  else await dropEntry(entry);
}

type Sent = { answers: EntryAnswer[]; state: SendState; isGone: boolean };

async function sendInParts(
  memberId: number,
  key: string | null,
  entries: readonly OutboxEntry[],
): Promise<Sent> {
  const sent: Sent = { answers: [], state: "answered", isGone: false };
  for (let first = 0; first === 0 || first < entries.length; first += mostEntries) {
    const part = entries.slice(first, first + mostEntries);
    const answered = await postEntries(memberId, key, part);
    if (answered === "signed out") await forgetData(memberId);
    if (typeof answered === "string") return { ...sent, state: answered };
    for (const answer of answered.answers) await heed(answer, part);
    sent.answers.push(...answered.answers);
    sent.isGone = answered.isGone;
  }
  return sent;
}

/** Of a removed member also what was asked about, which nobody answers any more, and what was made meanwhile. */
async function sendOf(memberId: number, key: string | null, entries: readonly OutboxEntry[]): Promise<Sent> {
  const sent = await sendInParts(memberId, key, entries);
  if (!sent.isGone) return sent;
  const left = await forgetGoneMember(memberId);
  if (left.length === 0 || sent.answers.length < entries.length) return sent;
  const rest = await sendOf(memberId, key, left);
  return { ...rest, answers: [...sent.answers, ...rest.answers] };
}

/** One at a time on this device, its other pages and the service worker included, where the browser can. */
function exclusively<Result>(act: () => Promise<Result>): Promise<Result> {
  return navigator.locks ? navigator.locks.request("pipelog-outbox", act) : act();
}

/**
 * Sends what waits in the outbox, each member's in its order and under their own name only. An entry stays until
 * the server has answered for it; one that is asked about waits for its member and is not sent again unasked,
 * unless the member was removed: then everything of theirs is handed over.
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
