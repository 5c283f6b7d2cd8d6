import type { Database } from "@/db/client";
import { getLastChange, getStageChangeSince, type KeptStage } from "@/db/queries/last-change";
import { getStageSetting, listStageSettings, type StageSetting } from "@/db/queries/stage-settings";
import { plural } from "@/lib/format/plural";
import type { Actor } from "@/lib/pipeline/permissions";
import { whoHas } from "@/lib/who-has";
import { colorName } from "./stage-colors";

const quoted = (text: string) => (text === "" ? "nothing" : `“${text}”`);

/** What differs, one clause each: `the name is “Demo” (was “Demo given”)`. */
function differences(was: KeptStage, now: StageSetting): string[] {
  const facts: [string, string, string][] = [
    ["the name", quoted(was.name), quoted(now.name)],
    ["the guide", quoted(was.guide), quoted(now.guide)],
    ["the outcome", was.outcome, now.outcome],
    ["the colour", quoted(colorName(was.color ?? "")), quoted(colorName(now.color ?? ""))],
    ["quiet after", daysOf(was.quietAfterDays), daysOf(now.quietAfterDays)],
    ["the place", `number ${was.position}`, `number ${now.position}`],
    ["it", was.archivedAt ? "archived" : "in use", now.isArchived ? "archived" : "in use"],
  ];
  return facts.flatMap(([what, before, after]) =>
    before === after ? [] : [`${what} is ${after} (was ${before})`],
  );
}

function daysOf(days: number | null): string {
  return days === null ? "the team's default" : `${days} ${plural(days, "day", "days")}`;
}

const again = {
  save: "Nothing of yours is saved yet; save again to put it in place.",
  press: "Nothing is done yet: this is how it stands now. Press again to do it.",
} as const;

/**
 * What somebody changed of a stage since the version that was seen, in a sentence; undefined when nothing was:
 * said to the second of two who change it.
 *
 * @param way whether the second saves what was typed or presses a button, that of a what-if also.
 */
export async function explainStageChange(
  db: Database,
  actor: Actor,
  { stageId, version }: { stageId: number; version: number },
  way: keyof typeof again = "save",
): Promise<string | undefined> {
  const [now, change] = await Promise.all([
    getStageSetting(db, stageId),
    getStageChangeSince(db, stageId, version),
  ]);
  if (now?.version === version) return undefined;
  const who = whoHas(change, actor);
  if (!now) return `${who} dropped this stage meanwhile.`;
  const what = change ? differences(change.was, now) : [];
  const since = what.length > 0 ? `: ${what.join("; ")}` : "";
  return `${who} changed this stage meanwhile${since}. ${again[way]}`;
}

/** Who changed the order since it was seen, in a sentence; undefined when nobody did. */
export async function explainOrderChange(
  db: Database,
  actor: Actor,
  seen: readonly number[],
): Promise<string | undefined> {
  const now = await listStageSettings(db);
  if (now.length === seen.length && now.every(({ id }, index) => id === seen[index])) return undefined;
  return `${whoHas(await getLastChange(db, "stages"), actor)} changed the pipeline meanwhile. Look at it as it is now, and arrange it again.`;
}
