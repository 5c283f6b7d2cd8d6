import { Readable } from "node:stream";
import type { Database } from "@/db/client";
import { demoSignIn } from "@/e2e/support/demo-sign-in";
import { expect } from "@/e2e/support/expect";
import { figureTest } from "@/e2e/support/figure-test";
import { borrowApp } from "@/e2e/support/shared-apps";
import { importFile } from "@/lib/import/import-file";
import type { ImportKind } from "@/lib/import/import-report";
import { setUpTeam } from "@/lib/set-up/set-up-team";

const files: [ImportKind, string][] = [
  [
    "stages",
    `name,outcome
Contact made,open
Demo given,open
Proposal sent,open
Won,won
Lost,lost
Cancelled,lost
`,
  ],
  ["customers", `customer,opened_on\n=1+1 Trading,2026-06-30\n`],
  [
    "conversations",
    `customer,date,employee,stage,amount,about,how,with_whom,note
A,2026-03-01,Anna,Demo given,,,,,
A,2026-03-11,Anna,Won,,,,,
B,2026-03-02,Ben,Demo given,,,,,
B,2026-03-05,Ben,Proposal sent,,,,,
B,2026-03-22,Ben,Won,,,,,
C,2026-03-03,Anna,Proposal sent,,,,,
C,2026-03-09,Anna,Lost,,,,,
E,2026-04-20,Anna,Proposal sent,800,,,,
E,2026-05-03,Anna,Won,1000,,,,
E,2026-05-09,Anna,Won,,,,,Thanked them
E,2026-06-09,Anna,Demo given,400,,,,
=1+1 Trading,2026-07-10T16:05,Ben,Proposal sent,1234.5,Batteries,Phone,@home,"-2 days, ""maybe"""
`,
  ],
];

async function fill(db: Database): Promise<void> {
  const { email, password } = demoSignIn;
  const { adminId } = await setUpTeam(db, {
    teamName: "Worked Examples",
    currency: "ZAR",
    timeZone: "Africa/Johannesburg",
    locale: "en-GB",
    firstDayOfWeek: 1,
    adminName: "Cara",
    adminEmail: email,
    password,
  });
  for (const [kind, text] of files) {
    const report = await importFile(db, {
      kind,
      source: Readable.from([Buffer.from(text)]),
      fileName: `${kind}.csv`,
      memberId: adminId,
      auditedAs: adminId,
      now: new Date(),
    });
    expect(report).toMatchObject({ applied: true });
  }
}

/**
 * `figureTest` with a small team instead of the demo's, whose numbers one can count by hand: A, B, C and E of
 * domain.md's worked examples in 2026, and in July a customer that a spreadsheet would calculate.
 */
export const exampleTest = figureTest.extend<object, object>({
  app: [
    async ({ browserName: _ }, use, { parallelIndex }) => {
      const app = await borrowApp("empty", parallelIndex);
      await fill(app.db);
      await use(app);
      await app.giveBack();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});
