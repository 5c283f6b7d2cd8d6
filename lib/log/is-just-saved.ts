import type { ConversationVersion } from "@/db/queries/timeline";

/** For so long after saving, the address that says so still does. */
const justSavedMinutes = 10;

type Asking = { savedParam: string; memberId: number; now: Date };

/**
 * Whether who looks at a conversation saved its newest version just now: the address names it (`?saved=3`), it is
 * theirs and at most ten minutes old. A bookmark or a browser that opens its tabs again says nothing of it later.
 */
export function isJustSaved(
  { version, savedById, savedAt }: Pick<ConversationVersion, "version" | "savedById" | "savedAt">,
  { savedParam, memberId, now }: Asking,
): boolean {
  const isNamed = savedParam === String(version) && savedById === memberId;
  return isNamed && now.getTime() - savedAt.getTime() <= justSavedMinutes * 60_000;
}
