import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { gridSorts } from "@/db/queries/grid";
import { members } from "@/db/schema";
import { figureAnswers } from "@/lib/api/figure-answers";
import { createApiToken } from "@/lib/auth/api-token";
import { logConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";

let database: TestDatabase;
let route: typeof import("@/app/api/v1/[figure]/route");
let anywhereElse: typeof import("@/app/api/[[...rest]]/route");
let close: () => Promise<void>;
let token: string;
let anna: { id: number };
let ben: { id: number };

beforeAll(async () => {
  database = await createTestDatabase();
  const cast = await castTeam(database.db);
  ({ anna, ben } = cast);
  token = await createApiToken(database.db, { name: "test", madeById: cast.cara.id, auditedAs: null });
  for (let index = 0; index < 103; index++) {
    const customerId = await addCustomer(database.db, `Customer ${String(index).padStart(3, "0")}`);
    await logConversation(
      database.db,
      talk({
        customerId,
        heldById: index % 2 ? cast.anna.id : cast.ben.id,
        on: `2026-05-${String(1 + (index % 28)).padStart(2, "0")}T10:00`,
        stageId: index % 3 ? cast.stages["Demo given"] : cast.stages.Won,
        amount: index % 5 ? String(index) : null,
      }),
      { actor: cast.cara, timeZone: cast.timeZone, now: new Date("2026-06-30T12:00:00Z") },
    );
  }
  for (const [name, value] of Object.entries(database.env)) vi.stubEnv(name, value);
  route = await import("@/app/api/v1/[figure]/route");
  anywhereElse = await import("@/app/api/[[...rest]]/route");
  close = (await import("@/db/client")).sql.end;
});

afterAll(async () => {
  await close();
  vi.unstubAllEnvs();
  await database.drop();
});

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

async function ask(
  path: string,
  authorization = `Bearer ${token}`,
  method: (typeof methods)[number] = "GET",
) {
  const url = new URL(`http://pipelog.example/api/v1/${path}`);
  const headers: HeadersInit = authorization ? { authorization } : {};
  const figure = url.pathname.split("/").at(-1) ?? "";
  const request = new Request(url, { headers, method });
  const response = await route[method](request, { params: Promise.resolve({ figure }) });
  return { response, body: response.status === 204 ? null : await response.json() };
}

test.each([...Object.keys(figureAnswers), "nothing"])(
  "%s refuses a stranger and a wrong token alike",
  async (figure) => {
    for (const method of methods)
      for (const authorization of ["", "Bearer pipelog_wrong", `Basic ${token}`]) {
        const { response, body } = await ask(figure, authorization, method);
        expect(response.status).toBe(401);
        expect(response.headers.get("www-authenticate")).toContain("Bearer");
        expect(response.headers.get("content-type")).toBe("application/problem+json");
        expect(Object.keys(body).sort()).toEqual(["detail", "status", "title", "type"]);
      }
  },
);

test.each([
  ["overview?to=2999-01-01", "to"],
  ["overview?to=2026-02-30", "to"],
  ["counts?to=0000-01-01", "to"],
  ["overview?from=0026-01-01", "from"],
  ["analysis?from=2026-06-02&to=2026-06-01", "from"],
  ["funnel?period=fortnight", "period"],
  ["grid?salesperson=Nobody", "salesperson"],
  ["grid?stage=Nowhere", "stage"],
  ["grid?sort=colour", "sort"],
  ["grid?cursor=bm9uc2Vuc2U", "cursor"],
  ["overview?form=2026-01-01", "form"],
  ["overview?cursor=x", "cursor"],
  ["overview?to=2026-06-01&to=2026-06-02", "to"],
])("%s is a 400 that names %s", async (path, parameter) => {
  const { response, body } = await ask(path);
  expect(response.status).toBe(400);
  expect(body).toMatchObject({
    status: 400,
    parameter,
    detail: expect.any(String),
    title: "Invalid Parameter",
  });
});

test("a salesperson called by a number is asked for by it, unless it is another's id", async () => {
  const asked = async (salesperson: string | number) =>
    (await ask(`overview?salesperson=${salesperson}`)).response.status;
  const rename = (name: string) =>
    database.db.update(members).set({ name, nameKey: name }).where(eq(members.id, ben.id));
  await rename("100200");
  expect(await asked("100200")).toBe(200);
  await rename(String(anna.id));
  const { response, body } = await ask(`overview?salesperson=${anna.id}`);
  expect(response.status).toBe(400);
  expect(body).toMatchObject({
    parameter: "salesperson",
    detail: expect.stringContaining(`id is ${ben.id}`),
  });
  expect(await asked("Anna")).toBe(200);
  expect(await asked(ben.id)).toBe(200);
  await rename("Ben");
});

test("an unknown figure is a 404 that lists the known ones, whatever is to be done with it", async () => {
  for (const method of methods) {
    const { response, body } = await ask("forecast", undefined, method);
    expect(response.status).toBe(404);
    expect(body.detail).toContain("time-in-stage");
  }
});

test.each(["POST", "PUT", "PATCH", "DELETE"] as const)(
  "a figure is read: %s is a 405 that says how",
  async (method) => {
    const { response, body } = await ask("overview", undefined, method);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(body).toMatchObject({ status: 405, title: "Method Not Allowed" });
  },
);

test("what may be done with a figure can be asked", async () => {
  const { response } = await ask("overview", undefined, "OPTIONS");
  expect([response.status, response.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
});

test.each(methods)(
  "an address of no figure is a problem too, by %s, and only with a token",
  async (method) => {
    for (const [headers, status] of [
      [{}, 401],
      [{ authorization: `Bearer ${token}` }, 404],
    ] as const) {
      const response = await anywhereElse[method](
        new Request("http://pipelog.example/api/v1/overview/x", { headers, method }),
      );
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect((await response.json()).status).toBe(status);
    }
  },
);

test.each([
  "stage",
  "customer",
  "-customer",
  "amount",
  "-amount",
  "-date",
  "days-in-stage",
  "-follow-up",
  "how",
])("the pages of the grid by %s hold every customer once, in one order", async (sort) => {
  const first = await ask(`grid?sort=${sort}`);
  expect(first.body.items).toHaveLength(100);
  const second = await ask(`grid?sort=${sort}&cursor=${first.body.next}`);
  expect(second.body.items).toHaveLength(3);
  expect(second.body.next).toBeNull();
  const all = [...first.body.items, ...second.body.items];
  expect(new Set(all.map(({ customer }) => customer)).size).toBe(103);
  if (sort.endsWith("amount")) {
    const known = all.map(({ amount }) => amount).filter((amount) => amount !== null);
    const ordered = known.toSorted((a, b) => (sort === "amount" ? a - b : b - a));
    expect(known).toEqual(ordered);
    expect(all.slice(known.length).every(({ amount }) => amount === null)).toBe(true);
  }
});

test.each(gridSorts)("a cursor of the grid by %s is refused in another order", async (sort) => {
  const { body } = await ask(`grid?sort=${sort}`);
  for (const other of [`-${sort}`, sort === "amount" ? "customer" : "amount"]) {
    const { response, body: problem } = await ask(`grid?sort=${other}&cursor=${body.next}`);
    expect([other, response.status, problem.parameter]).toEqual([other, 400, "cursor"]);
  }
});

test.each([
  ["amount", ["amount", "acme", 0, 1]],
  ["stage", ["stage", "1e9", 0, 1]],
  ["follow-up", ["follow-up", "2026-02-30", 0, 1]],
  ["date", ["date", "2026-02-30T00:00:00.000Z", 0, 1]],
  ["customer", ["customer", "a\0", 0, 1]],
  ["customer", ["customer", "a", -1e15, 1]],
  ["customer", ["customer", "a", "1", 1]],
  ["customer", ["customer", "a", 0, 0]],
  ["customer", { 0: "customer" }],
])("a cursor of the grid by %s that nobody was given is refused: %j", async (sort, place) => {
  const cursor = Buffer.from(JSON.stringify(place)).toString("base64url");
  const { response, body } = await ask(`grid?sort=${sort}&cursor=${cursor}`);
  expect([response.status, body.parameter]).toEqual([400, "cursor"]);
});

test("the grid filtered by stage, salesperson and search lists what matches; its totals ignore stage and search", async () => {
  const { body } = await ask("grid?stage=Won&salesperson=Anna&search=customer%200");
  expect(body.items.length).toBeGreaterThan(0);
  for (const item of body.items) expect(item).toMatchObject({ stage: "Won", salesperson: "Anna" });
  expect(body.grid.rows).toBe(51);
  expect((await ask("grid?search=100%25")).body.items).toEqual([]);
});

test("a row of the grid is what a person would read there", async () => {
  const { body } = await ask("grid?search=Customer%20001");
  expect(body.items).toEqual([
    {
      customer: "Customer 001",
      stage: "Demo given",
      salesperson: "Anna",
      date: "2026-05-02T10:00:00+02:00",
      how: null,
      about: null,
      withWhom: null,
      note: "",
      amount: "1.00",
      daysInStage: expect.any(Number),
      followUpOn: null,
      daysBeforePipeline: null,
      deal: null,
    },
  ]);
});
