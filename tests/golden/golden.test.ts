import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createApiToken } from "@/lib/auth/api-token";
import { csvText } from "@/lib/csv/csv-writer";
import { importFile } from "@/lib/import/import-file";
import type { ImportKind } from "@/lib/import/import-report";
import { setUpTeam } from "@/lib/set-up/set-up-team";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { emptyDatabase } from "@/tests/support/empty-database";

type Query = { from: string | null; to: string; salesperson: string | null };

/** A case as tests/golden/README.md describes it. */
type Case = {
  name: string;
  timeZone: string;
  stages: [name: string, outcome: string][];
  customers: Record<string, string>;
  conversations: Record<string, string>[];
  queries: (Query & { expected: Record<string, unknown> })[];
};

const cases: Case[] = JSON.parse(readFileSync(new URL("./cases.json", import.meta.url), "utf8"));

const addresses = {
  overview: "overview",
  grid: "grid",
  analysis: "analysis",
  funnel: "funnel",
  timeInStage: "time-in-stage",
  counts: "counts",
} as const;

/** Values that are to be equal: sums of money as decimals, numbers to 1e-9, everything else exactly. */
function expectEqual(actual: unknown, expected: unknown, where: string): void {
  if (typeof expected === "number") {
    expect(typeof actual, where).toBe("number");
    expect(Math.abs((actual as number) - expected), `${where}: ${actual} is ${expected}`).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(expected)),
    );
  } else if (where.endsWith(".value")) {
    expect(actual, where).toMatch(/^\d+\.\d\d$/);
    expect(Number(actual), where).toBe(Number(expected));
  } else if (expected !== null && typeof expected === "object") {
    expect(Object.keys(actual as object).sort(), where).toEqual(Object.keys(expected).sort());
    for (const [key, value] of Object.entries(expected))
      expectEqual((actual as Record<string, unknown>)[key], value, `${where}.${key}`);
  } else expect(actual, where).toBe(expected);
}

function filesOf({ stages, customers, conversations }: Case): [ImportKind, string][] {
  const columns = [...new Set(conversations.flatMap((row) => Object.keys(row)))];
  const rows = conversations.map((row) =>
    Object.fromEntries(columns.map((column) => [column, row[column] ?? ""])),
  );
  return [
    [
      "stages",
      csvText(
        ["name", "outcome"],
        stages.map(([name, outcome]) => ({ name, outcome })),
      ),
    ],
    [
      "customers",
      csvText(
        ["customer", "opened_on"],
        Object.entries(customers).map(([customer, openedOn]) => ({ customer, opened_on: openedOn })),
      ),
    ],
    ["conversations", csvText(columns, rows)],
  ];
}

let database: TestDatabase;
let get: typeof import("@/app/api/v1/[figure]/route")["GET"];
let close: () => Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  for (const [name, value] of Object.entries(database.env)) vi.stubEnv(name, value);
  get = (await import("@/app/api/v1/[figure]/route")).GET;
  const { sql } = await import("@/db/client");
  close = () => sql.end();
});

afterAll(async () => {
  await close?.();
  vi.unstubAllEnvs();
  await database.drop();
});

describe.each(cases)("$name", (golden) => {
  let token: string;

  beforeAll(async () => {
    await emptyDatabase(database.db);
    const { adminId } = await setUpTeam(database.db, {
      teamName: "Golden",
      currency: "ZAR",
      timeZone: golden.timeZone,
      locale: "en-ZA",
      firstDayOfWeek: 1,
      adminName: "Golden admin",
      adminEmail: "admin@golden.example",
      password: "a long enough one",
    });
    const now = new Date();
    for (const [kind, text] of filesOf(golden)) {
      const source = Readable.from([Buffer.from(text)]);
      const who = { memberId: adminId, auditedAs: null };
      const report = await importFile(database.db, { kind, source, fileName: kind, ...who, now });
      expect(report).toMatchObject({ applied: true });
    }
    token = await createApiToken(database.db, { name: "golden", madeById: adminId, auditedAs: null });
  });

  test.each(golden.queries)(
    "as of $to from $from, salesperson $salesperson",
    async ({ expected, ...query }) => {
      const asked = Object.entries(query).filter(([, value]) => value !== null) as [string, string][];
      const ask = async ([part, address]: [string, string]) => {
        const request = new Request(
          `http://pipelog.example/api/v1/${address}?${new URLSearchParams(asked)}`,
          {
            headers: { authorization: `Bearer ${token}` },
          },
        );
        const response = await get(request, { params: Promise.resolve({ figure: address }) });
        expect(response.status).toBe(200);
        const answer = (await response.json()) as Record<string, unknown>;
        expect(answer).toMatchObject({
          from: query.from,
          to: query.to,
          timeZone: golden.timeZone,
          currency: "ZAR",
        });
        expectEqual(answer[part], expected[part], part);
      };
      await Promise.all(Object.entries(addresses).map(ask));
    },
  );
});
