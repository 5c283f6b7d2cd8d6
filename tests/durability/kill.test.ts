import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "@/db/migrate";
import { createRandom } from "@/lib/demo/random";
import { addCustomer, castTeam } from "@/tests/support/cast";
import { type DurableCluster, startDurableCluster } from "./durable-cluster";
import { findDamage } from "./find-damage";
import { ImportingApp } from "./importing-app";
import { LoggingApp } from "./logging-app";
import type { Scene } from "./made-entries";
import { kill, takesApp, victims } from "./victims";

const patience = 90_000;
const seed = Number(process.env.PIPELOG_KILL_SEED ?? Date.now() % 1_000_000);
const random = createRandom(seed);
const rounds = random
  .shuffled([...victims, ...victims, ...victims, ...victims])
  .map((victim, index) => ({ number: index + 1, victim, moment: random.between(1, 100) }));
const customers = Array.from({ length: 30 }, (_, index) => `Customer ${index}`);

let cluster: DurableCluster;
let scene: Scene;
let logging: LoggingApp;
let importing: ImportingApp;
let importTakes = 0;
const hit = { imports: 0, entries: 0 };

async function makeScene(): Promise<Scene> {
  return cluster.use(async (db) => {
    await migrate(db);
    const cast = await castTeam(db);
    const customerIds = [];
    for (const name of customers) customerIds.push(await addCustomer(db, name));
    return { memberId: cast.anna.id, customerIds, stageIds: Object.values(cast.stages) };
  });
}

async function run(): Promise<void> {
  await Promise.all([logging.start(), importing.start()]);
  logging.go();
  await importing.go();
}

async function rest(): Promise<string[]> {
  await Promise.all([logging.rest(), importing.rest()]);
  return damage();
}

function damage(): Promise<string[]> {
  const files = { begun: importing.current, confirmed: importing.confirmed };
  return cluster.use((db) => findDamage(db, { scene, entries: logging, files }));
}

beforeAll(async () => {
  console.log(`kills by PIPELOG_KILL_SEED=${seed}`);
  cluster = await startDurableCluster();
  scene = await makeScene();
  logging = new LoggingApp(cluster, scene);
  importing = new ImportingApp(cluster, scene.memberId, customers.slice(0, 5));
}, patience);

afterAll(async () => {
  await Promise.all([logging?.stop(), importing?.stop()]);
  await cluster?.stop();
}, patience);

test("the server keeps what it confirmed through a loss of power", async () => {
  const [kept] = await cluster.use((db) =>
    db.execute(sql`
      select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
        current_setting('synchronous_commit') as synchronous_commit`),
  );
  expect(kept).toEqual({ fsync: "on", full_page_writes: "on", synchronous_commit: "on" });
});

test("undisturbed, all that is logged and imported is there", { timeout: patience }, async () => {
  await run();
  const began = performance.now();
  await importing.rest();
  importTakes = performance.now() - began;
  expect(await rest()).toEqual([]);
  expect(importing.failures).toEqual([]);
  expect(logging.unconfirmed).toEqual([]);
});

test.for(rounds)(
  "kill $number, of $victim, at $moment % of an import: nothing lost, nothing half done",
  { timeout: patience },
  async ({ victim, moment }) => {
    await run();
    await wait((importTakes * moment) / 100);
    if (importing.isImporting) hit.imports += 1;
    kill(victim, cluster, [logging.pid, importing.pid], random);
    hit.entries += logging.unconfirmed.length;
    expect(await rest()).toEqual([]);
    expect([logging, importing].map((app) => [app.isAlive, app.isAlive ? "" : app.complaints])).toEqual(
      Array.from({ length: 2 }, () => [!takesApp(victim), ""]),
    );
  },
);

test("what was cut off is there exactly once after it was sent again", { timeout: patience }, async () => {
  await run();
  expect(await rest()).toEqual([]);
  expect(logging.unconfirmed).toEqual([]);
  expect(importing.confirmed.size).toBe(importing.current - 1);
  console.log(
    `${rounds.length} kills: ${hit.imports} in the middle of an import; ${logging.confirmed.size} entries`,
    `confirmed, ${hit.entries} cut off; ${importing.confirmed.size} files confirmed`,
  );
  expect(hit.imports).toBeGreaterThan(0);
  expect(hit.entries).toBeGreaterThan(0);
});
