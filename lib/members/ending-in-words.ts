import type { GoodAccess } from "@/db/queries/good-access";
import { plural } from "@/lib/format/plural";
import type { Role } from "@/lib/pipeline/role";

type Ending = Partial<Pick<GoodAccess, "shareLinks" | "tokens" | "invitations">>;

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/**
 * What of a member's ends for good, in a sentence; undefined: nothing.
 *
 * Example: of two shared links and an invitation, "2 shared links and 1 invitation of theirs end for good."
 */
export function endingInWords(
  { shareLinks = 0, tokens = 0, invitations = 0 }: Ending,
  whose: "theirs" | "yours",
): string | undefined {
  const kinds = [
    [shareLinks, "shared link", "shared links"],
    [tokens, "token", "tokens"],
    [invitations, "invitation", "invitations"],
  ] as const;
  const ended = kinds.filter(([count]) => count > 0);
  if (ended.length === 0) return undefined;
  const what = list.format(ended.map(([count, one, many]) => `${count} ${plural(count, one, many)}`));
  return `${what} of ${whose} ${plural(shareLinks + tokens + invitations, "ends", "end")} for good.`;
}

/** What of a member's ends with each other role they might be given; left out: nothing. See change-role.ts. */
export function endingByRole(
  { shareLinks, madeInvitations: invitations }: GoodAccess,
  { role, isYou }: { role: Role; isYou: boolean },
): Partial<Record<Role, string>> {
  const whose = isYou ? "yours" : "theirs";
  const ending = {
    member: endingInWords({ invitations }, whose),
    viewer: endingInWords({ invitations, shareLinks }, whose),
  };
  return { ...ending, [role]: undefined };
}
