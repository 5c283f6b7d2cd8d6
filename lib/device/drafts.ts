import { isMomentLeft, isSaidSame, type LogValues, logFields } from "@/lib/log/log-values";

/** What was typed into the form at one address and not logged yet. */
export type Draft = { address: string; savedAt: string; values: LogValues };

const keyOf = (memberId: number) => `pipelog-drafts-${memberId}`;

function isDraft(text: unknown): text is Draft {
  if (typeof text !== "object" || text === null || !("values" in text) || !("address" in text)) return false;
  const { values } = text;
  return typeof values === "object" && values !== null && "note" in values;
}

/** A member's drafts on this device, the latest first. */
export function listDrafts(memberId: number): Draft[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(memberId)) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isDraft) : [];
  } catch {
    return [];
  }
}

function writeDrafts(memberId: number, drafts: readonly Draft[]): boolean {
  try {
    if (drafts.length === 0) localStorage.removeItem(keyOf(memberId));
    else localStorage.setItem(keyOf(memberId), JSON.stringify(drafts));
    return true;
  } catch {
    // Where the browser keeps nothing the form still holds what was typed until it is closed.
    return false;
  }
}

/** Keeps a draft, in the place of the one at its address. @returns whether the browser keeps it. */
export function keepDraft(memberId: number, draft: Draft): boolean {
  const others = listDrafts(memberId).filter(({ address }) => address !== draft.address);
  return writeDrafts(memberId, [draft, ...others]);
}

/** Drops the drafts at an address, or of an entry that was logged; what was corrected since it was sent is kept. */
export function dropDraft(memberId: number, which: { address: string } | { sent: LogValues }): void {
  const isMeant = ({ address, values }: Draft) =>
    "address" in which
      ? address === which.address
      : values.deviceId === which.sent.deviceId && isSaidSame(values, which.sent);
  const drafts = listDrafts(memberId);
  if (drafts.some(isMeant))
    writeDrafts(
      memberId,
      drafts.filter((draft) => !isMeant(draft)),
    );
}

/** Drops all of a member's drafts. */
export function dropDrafts(memberId: number): void {
  writeDrafts(memberId, []);
}

/** The draft in a form opened anew: a day and time that were left as they were shown are those of now. */
export function restoredValues({ values }: Draft, fresh: LogValues): LogValues {
  const restored = Object.fromEntries(
    logFields.map((field) => [field, values[field] ?? fresh[field]]),
  ) as LogValues;
  const { date, time, shownDate, shownTime } = fresh;
  return isMomentLeft(values) ? { ...restored, date, time, shownDate, shownTime } : restored;
}
