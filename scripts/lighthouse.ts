// npm run lighthouse [-- --runs 5] [--only /share]: measures the production build as a phone sees it, signed in by
// a header, on a database of its own with the demo's data. Prints the median of each page's runs and ends with 1
// when one is below what is asked.

import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import type { Database } from "@/db/client";
import { getFirstAdmin } from "@/db/queries/logins";
import { makeDemoDatabase } from "@/e2e/support/demo-database";
import { startApp } from "@/e2e/support/start-app";
import { startSession } from "@/lib/auth/session";
import { localDateOf } from "@/lib/pipeline/local-date";
import { makeShareLink } from "@/lib/shares/make-share-link";
import { wholeView } from "@/lib/shares/share-filter";
import { partsOf } from "@/lib/wording/share-parts";
import { buildApp } from "@/scripts/build-app.mjs";
import { systemChromium } from "@/scripts/system-chromium.mjs";
import { startTestCluster } from "@/tests/support/test-cluster";

/** The least score of each category, in percent. */
const asked = { performance: 95, accessibility: 100, "best-practices": 95 } as const;
type Category = keyof typeof asked;
const categories = Object.keys(asked) as Category[];

/** Shown beside the scores, so that one sees what a low one comes from. */
const shownAudits = {
  "first-contentful-paint": "FCP",
  "largest-contentful-paint": "LCP",
  "total-blocking-time": "TBT",
  "cumulative-layout-shift": "CLS",
} as const;

const { values } = parseArgs({
  options: { runs: { type: "string", default: "5" }, only: { type: "string" } },
});
const runs = Number(values.runs);
const debuggingPort = 9333;

type Run = { scores: Record<Category, number>; audits: string[]; wrong: string[] };

async function measure(url: string, headers: Record<string, string>): Promise<Run> {
  const result = await lighthouse(url, {
    port: debuggingPort,
    onlyCategories: categories,
    extraHeaders: headers,
    logLevel: "error",
  });
  if (!result) throw new Error(`Lighthouse said nothing of ${url}.`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(url).pathname)
    throw new Error(`${url} led to ${lhr.finalDisplayedUrl}.`);
  const scores = Object.fromEntries(
    categories.map((category) => [category, Math.round((lhr.categories[category]?.score ?? 0) * 100)]),
  ) as Record<Category, number>;
  const wrong = categories
    .filter((category) => category !== "performance")
    .flatMap((category) => lhr.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
    .map(({ id }) => id);
  const audits = Object.entries(shownAudits).map(([id, name]) => `${name} ${lhr.audits[id]?.displayValue}`);
  return { scores, audits, wrong };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

async function demoApp() {
  const cluster = await startTestCluster();
  const template = await makeDemoDatabase(cluster.server);
  const app = await startApp({ ...cluster.server, template });
  const stop = async () => {
    await app.stop();
    await cluster.stop();
  };
  return { ...app, stop };
}

/** The address of a shared link to the whole overview. */
async function shareOverview(db: Database, admin: { id: number }): Promise<string> {
  const now = new Date();
  const { token } = await makeShareLink(db, {
    actor: { id: admin.id, role: "admin" },
    now,
    today: localDateOf(now, "Africa/Johannesburg"),
    wanted: {
      title: "The whole overview",
      view: "overview",
      filter: wholeView,
      parts: partsOf("overview"),
      customersMasked: true,
      salespeopleByInitials: false,
      amountsHidden: false,
      passphrase: "",
      expiresAt: null,
    },
  });
  return `/share/${token}`;
}

await buildApp();
const app = await demoApp();
const browser = await chromium.launch({
  executablePath: systemChromium(),
  args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${debuggingPort}`],
});
try {
  const admin = await getFirstAdmin(app.db);
  if (!admin) throw new Error("The demo has its admin.");
  const token = await startSession(app.db, { memberId: admin.id, userAgent: null, now: new Date() });
  const signedIn = { cookie: `pipelog-session=${token}` };
  const pages: [path: string, headers: Record<string, string>][] = [
    ["/log", signedIn],
    ["/", signedIn],
    [await shareOverview(app.db, admin), {}],
  ];
  let isGood = true;
  for (const [path, headers] of pages.filter(([path]) => !values.only || path.startsWith(values.only))) {
    await fetch(`${app.url}${path}`, { headers });
    const measured: Run[] = [];
    for (let run = 0; run < runs; run += 1) measured.push(await measure(`${app.url}${path}`, headers));
    const scores = categories.map((category) => {
      const score = median(measured.map(({ scores: each }) => each[category]));
      const isEnough = score >= asked[category];
      isGood &&= isEnough;
      return `${category} ${score}${isEnough ? "" : ` (asked: ${asked[category]})`}`;
    });
    console.log(`${path}: ${scores.join(", ")}`);
    for (const { scores: each, audits } of measured)
      console.log(`  ${categories.map((category) => each[category]).join("/")}  ${audits.join("  ")}`);
    const wrong = new Set(measured.flatMap((run) => run.wrong));
    if (wrong.size > 0) console.log(`  not passed: ${[...wrong].join(", ")}`);
  }
  process.exitCode = isGood ? 0 : 1;
} finally {
  await browser.close();
  await app.stop();
}
