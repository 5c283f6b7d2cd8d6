import { isMomentLeft, isSaidSame, type LogValues, logFields } from "@/lib/log/log-values";

/** What was typed into one form and not logged yet; `address`: the form's, without its path. */
export type Draft = { address: string; savedAt: string; values: LogValues };

const keyOf = (memberId: number) => `pipelog-drafts-${memberId}`;

function isDraft(text: unknown): text is Draft {
  if (typeof text !== "object" || text === null || !("values" in text) || !("address" in text)) return false;
  const { values } = text;
  return typeof values === "object" && values !== null && "note" in values;
}

/** By what a draft is known: the device id of its form; where it was kept without one, when that was. */
export function draftIdOf({ savedAt, values }: Pick<Draft, "savedAt" | "values">): string {
  return values.deviceId || savedAt;
}

const nameInAddress = "draft";

/** A form's address as its drafts are kept under it, and the id of the draft it names; "": none. */
function draftPlace(address: string): { address: string; draftId: string } {
  const said = new URLSearchParams(address);
  const draftId = said.get(nameInAddress) ?? "";
  said.delete(nameInAddress);
  return { address: String(said), draftId };
}

/** The address, without its path, at which the form opens with this very draft. */
export function addressOfDraft(draft: Draft): string {
  const said = new URLSearchParams(draft.address);
  said.set(nameInAddress, draftIdOf(draft));
  return String(said);
}

/** A member's drafts on this device, the latest first. */
export function listDrafts(memberId: number): Draft[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(memberId)) ?? "[]");
    const drafts = Array.isArray(stored) ? stored.filter(isDraft) : [];
    // Earlier versions kept a draft that made way for another under an address of its own.
    return drafts.map((draft) => ({ ...draft, address: draftPlace(draft.address).address }));
  } catch {
    return [];
  }
}

/** The draft that a form at this address opens with: the one it names, else the latest kept there. */
export function draftAt(memberId: number, address: string): Draft | undefined {
  const place = draftPlace(address);
  const there = listDrafts(memberId).filter((draft) => draft.address === place.address);
  return there.find((draft) => draftIdOf(draft) === place.draftId) ?? there[0];
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

/**
 * Keeps a draft in the place of the one with its id.
 *
 * @param replacedId the id under which the same form kept it before.
 * @returns whether the browser keeps it.
 */
export function keepDraft(memberId: number, draft: Draft, replacedId = ""): boolean {
  const own = [draftIdOf(draft), replacedId];
  const others = listDrafts(memberId).filter((other) => !own.includes(draftIdOf(other)));
  const address = draftPlace(draft.address).address;
  return writeDrafts(memberId, [{ ...draft, address }, ...others]);
}

/**
 * Drops the draft of that id.
 *
 * @param asSent only if it says that: what was typed since is kept.
 */
export function dropDraft(memberId: number, id: string, asSent?: LogValues): void {
  const isMeant = (draft: Draft) =>
    draftIdOf(draft) === id && (asSent === undefined || isSaidSame(draft.values, asSent));
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
