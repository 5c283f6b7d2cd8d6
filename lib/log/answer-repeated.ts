import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { getConversationOfDevice } from "@/db/queries/conversations";
import type { Actor } from "@/lib/pipeline/permissions";
import { saysWhatWasLogged } from "./hash-of-form";
import type { LogAnswer } from "./log-answer";
import type { LogValues } from "./log-values";

/** What was logged from this form before, or that it says something else now; undefined: it is new. */
export async function answerRepeated(
  db: Database,
  sent: LogValues,
  actor: Actor,
): Promise<LogAnswer | undefined> {
  const known = sent.deviceId === "" ? undefined : await getConversationOfDevice(db, sent.deviceId);
  if (!known) return undefined;
  const isOwn = known.recordedById === actor.id;
  if (isOwn && saysWhatWasLogged(known, sent)) return { logged: known };
  return {
    errors: {},
    message:
      "This form has been logged once already, as it stood then. Press Log again to log what it says now as another conversation.",
    more: isOwn ? { loggedId: known.id } : {},
    deviceId: randomUUID(),
  };
}
