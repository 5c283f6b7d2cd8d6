import { getFirstAdmin } from "@/db/queries/logins";
import { getTeam, type Team } from "@/db/queries/team";
import { expect } from "@/e2e/support/expect";
import { memberTest } from "@/e2e/support/test";
import type { FigureName, figureAnswers } from "@/lib/api/figure-answers";
import { createApiToken } from "@/lib/auth/api-token";
import { type TeamFormats, teamFormats } from "@/lib/format/team-formats";
import { localDateOf } from "@/lib/pipeline/local-date";

type Answer<Name extends FigureName> = { from: string | null; to: string } & Awaited<
  ReturnType<(typeof figureAnswers)[Name]>
>;

/** Asks the API, with a token of the team; `search` is what follows the `?`. */
export type Ask = <Name extends FigureName>(name: Name, search: string) => Promise<Answer<Name>>;

/** `memberTest` for what figures say: with the API, the team, how it writes numbers, and its today. */
export const figureTest = memberTest.extend<{
  team: Team;
  formats: TeamFormats;
  today: string;
  ask: Ask;
}>({
  team: async ({ app }, use) => {
    const team = await getTeam(app.db);
    if (!team) throw new Error("The app of a member has a team.");
    await use(team);
  },
  formats: ({ team }, use) => use(teamFormats(team)),
  today: ({ team }, use) => use(localDateOf(new Date(), team.timeZone)),
  ask: async ({ app }, use) => {
    const admin = await getFirstAdmin(app.db);
    if (!admin) throw new Error("A team has an admin.");
    const token = await createApiToken(app.db, { name: "Journeys", madeById: admin.id, auditedAs: null });
    await use(async (name, search) => {
      const address = `${app.url}/api/v1/${name}?${search}`;
      const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
      expect(response.status, address).toBe(200);
      return response.json();
    });
  },
});
