// One of the processes that are killed: logs made entries, several at once, until it is told to pause.
// Arguments: the scene, and as JSON the numbers to send again. Says `sending N`, `confirmed N`, `paused`.

import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { db } from "@/db/client";
import { logConversation } from "@/lib/log/log-conversation";
import { RuleError } from "@/lib/rule-error";
import { madeEntry, type Scene } from "./made-entries";

const atOnce = 6;
const pause = 15;
const scene: Scene = JSON.parse(process.argv[2] ?? "");
const { again, next }: { again: number[]; next: number } = JSON.parse(process.argv[3] ?? "");

let upcoming = next;
let logging = false;

async function send(number: number): Promise<void> {
  const entry = madeEntry(number, scene);
  const actor = { id: scene.memberId, role: "member" as const };
  for (;;) {
    try {
      await logConversation(db, entry, { actor, timeZone: "Africa/Johannesburg", now: new Date() });
      return;
    } catch (error) {
      if (error instanceof RuleError) throw error;
      await wait(50);
    }
  }
}

async function work(): Promise<void> {
  while (logging) {
    const number = again.shift() ?? upcoming++;
    console.log(`sending ${number}`);
    await send(number);
    console.log(`confirmed ${number}`);
    await wait(pause);
  }
}

async function log(): Promise<void> {
  logging = true;
  await Promise.all(Array.from({ length: atOnce }, work));
  console.log("paused");
}

const orders = createInterface({ input: process.stdin });
orders.on("line", (order) => {
  if (order === "pause") logging = false;
  else void log();
});
orders.on("close", () => process.exit());
console.log("ready");
