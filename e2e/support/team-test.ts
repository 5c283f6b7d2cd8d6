import { letIn } from "@/e2e/support/let-in";
import type { RunningApp } from "@/e2e/support/start-app";
import { test } from "@/e2e/support/test";
import { setUpTeam } from "@/lib/set-up/set-up-team";

/** The first admin of a test's own team. */
export const teamAdmin = {
  name: "Thandi Nkosi",
  email: "thandi@highveld.example",
  password: "blue tyres roll far",
};

/** How the team of a journey is set up. */
export async function setUpOwnTeam({ db }: RunningApp): Promise<{ adminId: number }> {
  return setUpTeam(db, {
    teamName: "Highveld Tyres",
    currency: "ZAR",
    timeZone: "Africa/Johannesburg",
    locale: "en-ZA",
    firstDayOfWeek: 1,
    adminName: teamAdmin.name,
    adminEmail: teamAdmin.email,
    password: teamAdmin.password,
  });
}

/**
 * A journey of an admin, signed in, on an app with a team of the test's own and nothing logged: for what would
 * disturb other tests, such as changing the pipeline.
 */
export const teamTest = test.extend<{ ownApp: RunningApp & { adminId: number } }>({
  ownApp: async ({ emptyApp }, use) => {
    await use({ ...emptyApp, ...(await setUpOwnTeam(emptyApp)) });
  },
  baseURL: ({ ownApp }, use) => use(ownApp.url),
  page: async ({ page, ownApp }, use) => {
    await letIn(page.context(), ownApp, teamAdmin);
    await use(page);
  },
});
