import type { LogMore } from "@/lib/log/log-answer";
import type { LogErrors, LogValues } from "@/lib/log/log-values";

/** A conversation as the form said it, made on a device: kept there until the server has answered for it. */
export type OutboxEntry = {
  /** Made on the device, unique in the database: however often it is sent, it is one conversation. */
  deviceId: string;
  /** Whose it is: it is never sent as another's. */
  memberId: number;
  /** When its conversation was written down, by the device's clock, in ISO 8601. */
  recordedAt: string;
  /** When it was put here as it is, by the same clock: an entry changed while it was being sent waits on. */
  savedAt: string;
  /** The server's time when the device had last heard from it at `recordedAt`, in ISO 8601; null: never. */
  heardAt: string | null;
  values: LogValues;
  /** What the server asks back before it can be logged. */
  asked?: AskedBack;
};

/**
 * The id an entry is sent under: the server gives another to one that was logged already and says something else now.
 */
export function sentIdOf({ deviceId, asked }: Pick<OutboxEntry, "deviceId" | "asked">): string {
  return asked?.values.deviceId || deviceId;
}

/** What is still to be said of an entry, and the form to say it in. */
export type AskedBack = { errors: LogErrors; message?: string; more?: LogMore; values: LogValues };

/** What the server answers to one entry. */
export type EntryAnswer = { deviceId: string } & (
  | { is: "logged"; id: number }
  | ({ is: "asks" } & AskedBack)
  | { is: "quarantined" }
);

/** What a device sends: entries of one member, the oldest first. */
export type OutboxSent = {
  memberId: number;
  /** The device's key, by which the server knows whose it is when nobody is signed in. */
  key: string | null;
  /** By the device's clock, in ISO 8601. */
  sentAt: string;
  entries: Pick<OutboxEntry, "deviceId" | "recordedAt" | "heardAt" | "values">[];
};

/**
 * The answers, entry by entry. `isGone`: the member was removed; the device hands over what still waits, and forgets
 * everything of theirs.
 */
export type OutboxAnswered = { answers: EntryAnswer[]; isGone: boolean; now: string };

/** The most entries that are sent at once. */
export const mostEntries = 20;
