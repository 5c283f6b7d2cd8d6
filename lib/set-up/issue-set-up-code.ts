import type { Database } from "@/db/client";
import { replaceSetUpCode } from "@/db/queries/set-up";
import { getTeam } from "@/db/queries/team";
import { hashOfSetUpCode, newSetUpCode } from "./set-up-code";

/**
 * Issues the one-time code that the first visitor of an empty installation is asked for. It replaces the
 * one before, so only the code of the latest start is good.
 *
 * @returns the code to show to the operator; undefined when a team exists.
 */
export async function issueSetUpCode(db: Database): Promise<string | undefined> {
  if (await getTeam(db)) return undefined;
  const code = newSetUpCode();
  await replaceSetUpCode(db, hashOfSetUpCode(code));
  return code;
}
