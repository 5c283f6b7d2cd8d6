import type { ConversationVersion } from "@/db/queries/timeline";
import { slipMinutes } from "@/lib/pipeline/first-promised";
import { type FactName, factNames, type SaidInWords } from "./said-in-words";

/** One fact before and after. */
type FactChange = { fact: FactName; before: string; after: string };

/** One line of a conversation's history: one act, or one person's fixes of ten minutes. */
export type HistoryLine = {
  /** The last version it made. */
  version: number;
  act: ConversationVersion["act"];
  savedBy: string;
  savedAt: Date;
  /** How many saves it stands for. */
  saves: number;
  changes: FactChange[];
};

/** The facts that differ between two versions. */
function factChanges(before: SaidInWords, after: SaidInWords): FactChange[] {
  return factNames.flatMap((fact) =>
    before[fact] === after[fact] ? [] : [{ fact, before: before[fact], after: after[fact] }],
  );
}

type Saved = Pick<ConversationVersion, "version" | "act" | "savedBy" | "savedById" | "savedAt"> & {
  said: SaidInWords;
};

/**
 * A conversation's history, the first act first. One person's corrections within ten minutes are one line that
 * tells what was before the first and after the last of them; its versions stay as they were saved.
 */
export function versionHistory(versions: readonly Saved[]): HistoryLine[] {
  const groups: Saved[][] = [];
  for (const version of versions) {
    const group = groups.at(-1);
    const first = group?.[0];
    const isFix =
      first?.act === "corrected" &&
      version.act === "corrected" &&
      version.savedById === first.savedById &&
      version.savedAt.getTime() - first.savedAt.getTime() <= slipMinutes * 60_000;
    if (group && isFix) group.push(version);
    else groups.push([version]);
  }
  return groups.flatMap((group, index) => {
    const last = group.at(-1);
    const before = groups[index - 1]?.at(-1);
    if (!last) return [];
    const { version, act, savedBy, savedAt } = last;
    const changes = before ? factChanges(before.said, last.said) : [];
    return [{ version, act, savedBy, savedAt, saves: group.length, changes }];
  });
}
