import { createHash } from "node:crypto";
import type { Conversation } from "@/db/queries/conversations";
import { type LogValues, logFields } from "./log-values";

/**
 * Tells whether two forms say the same, in SHA-256 as hexadecimal digits. What is empty does not count, so that a form
 * that waited on a device while the app learnt a new field is still the one it was.
 */
export function hashOfForm(values: LogValues): string {
  const said = logFields.flatMap((field) => (values[field] === "" ? [] : [[field, values[field]]]));
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

/** Whether a form says what was logged from it; of what was logged by an earlier version of the app nobody knows. */
export function saysWhatWasLogged({ sentHash }: Pick<Conversation, "sentHash">, sent: LogValues): boolean {
  return sentHash === null || sentHash === hashOfForm(sent);
}

/** A device id for what a form says now, where its own is taken by what it said before: sent again it is the same. */
export function idOfForm(values: LogValues): string {
  const digits = hashOfForm(values);
  const part = (from: number, to: number) => digits.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-4${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}`;
}
