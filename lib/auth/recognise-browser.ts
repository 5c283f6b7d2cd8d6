import type { Database } from "@/db/client";
import { deleteKnownBrowsersBefore, getKnownBrowsers, keepKnownBrowser } from "@/db/queries/known-browsers";
import { hashOfToken } from "./secret-token";
import { longestCookieAge } from "./session-cookie";

/**
 * Whether a member signs in with a browser that is new to them, and notes it as known. The first browser of
 * all is no news: it is the one they joined with.
 *
 * @param key what the browser's cookie holds; undefined: it brought none, and will not be known next time.
 */
export async function recogniseBrowser(
  db: Database,
  { memberId, key, now }: { memberId: number; key: string | undefined; now: Date },
): Promise<{ isNew: boolean }> {
  const keyHash = hashOfToken(key ?? "");
  const since = new Date(now.getTime() - longestCookieAge * 1000);
  const { isKnown, isFirst } = await getKnownBrowsers(db, memberId, keyHash, since);
  if (key !== undefined) {
    await keepKnownBrowser(db, { memberId, keyHash, lastSignInAt: now });
    await deleteKnownBrowsersBefore(db, memberId, since);
  }
  return { isNew: !isFirst && (key === undefined || !isKnown) };
}
