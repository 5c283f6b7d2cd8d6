import type { LogField, LogValues } from "./log-values";

/** The facts of the form that two people may both have changed, each with the fields that say it. */
export const mergedFacts = [
  { fact: "Stage", fields: ["stage"] },
  { fact: "Note", fields: ["note"] },
  { fact: "When", fields: ["date", "time"] },
  { fact: "Held by", fields: ["heldBy"] },
  { fact: "How", fields: ["channel", "channelName"] },
  { fact: "About", fields: ["topic", "topicName"] },
  { fact: "With whom", fields: ["contactName"] },
  { fact: "Amount", fields: ["amount"] },
  { fact: "Follow-up", fields: ["followUp", "followUpOn"] },
  { fact: "Duration", fields: ["duration"] },
] as const satisfies readonly { fact: string; fields: readonly LogField[] }[];

export type MergedFact = (typeof mergedFacts)[number]["fact"];

/**
 * Brings together what two people changed: what one saw, what is there now, what one wrote. Where only the
 * other changed something, theirs; else what one wrote oneself.
 *
 * @returns the form to go on with, the facts the other changed, and those of them that both changed, unlike.
 */
export function mergeValues(seen: LogValues, now: LogValues, mine: LogValues) {
  const { shownDate, shownTime, shownContact } = now;
  const merged: LogValues = { ...mine, shownDate, shownTime, shownContact };
  const theirs: MergedFact[] = [];
  const both: MergedFact[] = [];
  for (const { fact, fields } of mergedFacts) {
    const differs = (one: LogValues, other: LogValues) => fields.some((field) => one[field] !== other[field]);
    if (!differs(seen, now)) continue;
    theirs.push(fact);
    if (!differs(seen, mine)) for (const field of fields) merged[field] = now[field];
    else if (differs(now, mine)) both.push(fact);
  }
  return { merged, theirs, both };
}
