import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { longest } from "@/lib/pipeline/longest";
import { editStage } from "@/lib/stages/edit-stage";
import { explainStageChange } from "@/lib/stages/explain-stage-change";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";

let database: TestDatabase;
let db: Database;
let memberId: number;

beforeEach(async () => {
  database = await createTestDatabase();
  db = database.db;
  memberId = (await castTeam(db)).cara.id;
});
afterEach(() => database.drop());

const run = (text: string, options: Partial<Parameters<typeof importText>[3]> = {}) =>
  importText(db, "stages", text, { memberId, ...options });

async function listStages() {
  const rows = await database.sql`select name, outcome, color, guide from stages order by position`;
  return rows.map(({ name, outcome, color, guide }) =>
    [name, outcome, color, guide].filter(Boolean).join(" "),
  );
}

async function countStates(outcome: string): Promise<number> {
  const [row] = await database.sql`
    select count(*)::integer as deals from deal_states where outcome = ${outcome} and until_on = 'infinity'`;
  return row?.deals;
}

const log = "customer,date,stage\nA,2026-03-01,Demo given\nB,2026-03-01,Demo given\nB,2026-03-05,Cancelled\n";

describe("a file of stages", () => {
  it("is the whole pipeline in its order; what was never used goes", async () => {
    const { report } = await run(
      "Name,Outcome,Color,Description\nLead,OPEN,#AABBCC,Somebody asked\nwon,won,,\nLost,lost,,\n",
    );
    expect(report).toMatchObject({ applied: true, added: 1, corrected: 2, unchanged: 0 });
    expect(report.removedStages).toEqual(["Contact made", "Demo given", "Proposal sent", "Cancelled"]);
    expect(await listStages()).toEqual(["Lead open #aabbcc Somebody asked", "Won won", "Lost lost"]);
    const [audit] = await database.sql`select act, before, after from audit_log where act = 'change stages'`;
    expect(audit?.before).toHaveLength(6);
    expect(audit?.after).toHaveLength(3);
  });

  it("leaves colours and descriptions alone when it has no such columns", async () => {
    const rows = "Lead,open,#aabbcc,Guide\nWon,won,,\nLost,lost,,\n";
    await run(`name,outcome,color,description\n${rows}`);
    const { report } = await run("name,outcome\nLead,open\nWon,won\nLost,lost\n");
    expect(report).toMatchObject({ unchanged: 3, corrected: 0, added: 0, rederivedDeals: 0 });
    expect((await listStages())[0]).toBe("Lead open #aabbcc Guide");
    await run("name,outcome,color\nLead,open,\nWon,won,\nLost,lost,\n");
    expect((await listStages())[0]).toBe("Lead open Guide");
  });

  it("has each name in one line, and the line breaks of a description as forms have them", async () => {
    await run('name,outcome,description\n"Demo\n given",open,"a\r\nb"\nWon,won,\nLost,lost,\n');
    expect((await listStages())[0]).toBe("Demo given open a\nb");
  });

  it("lists a row with NUL in its outcome like any other", async () => {
    const { problems } = await run("name,outcome\nLead,open\0\nWon,won\nLost,lost\n");
    expect(problems[0]).toBe('2 outcome: "open\uFFFD" is no outcome. There are: open, won, lost.');
  });

  it("brings no more than can be changed by hand afterwards", async () => {
    const [name, guide] = ["N".repeat(longest.stageName), "G".repeat(longest.stageGuide)];
    await run(`name,outcome,description\n${name},open,${guide}\nWon,won,\nLost,lost,\n`);
    const [stage] = await database.sql`select id, version from stages where name = ${name}`;
    await editStage(db, {
      ...{ stageId: Number(stage?.id), version: Number(stage?.version), now: new Date() },
      actor: { id: memberId, role: "admin" },
      content: { name, guide, color: "#aabbcc", quietAfterDays: null },
    });
    expect((await listStages())[0]).toBe(`${name} open #aabbcc ${guide}`);
    const { problems } = await run(`name,outcome\n${name}N,open\nWon,won\nLost,lost\n`);
    expect(problems).toEqual(["2 name: At most 100 characters are allowed; this has 101."]);
  });

  it("is told to whoever has a stage open that it changes, and to nobody else", async () => {
    const rows = await database.sql`select id::integer, name from stages order by position`;
    const seen = (name: string) => ({ stageId: rows.find((row) => row.name === name)?.id, version: 1 });
    const same = "Contact made,open\nDemo given,open\nProposal sent,open\nWon,won\nLost,lost\n";
    await run(`name,outcome\n${same}Cancelled,open\n`);
    const who = { actor: { id: memberId, role: "admin" } as const, now: new Date() };
    const content = { name: "Called off", guide: "", color: null, quietAfterDays: null };
    await expect(editStage(db, { ...who, ...seen("Cancelled"), content })).rejects.toThrow("meanwhile");
    expect(await explainStageChange(db, { id: 0, role: "admin" }, seen("Cancelled"))).toBe(
      "Cara has changed this stage meanwhile: the outcome is open (was lost). Nothing of yours is saved yet; save again to put it in place.",
    );
    await editStage(db, { ...who, ...seen("Lost"), content });
    expect((await listStages()).slice(4)).toEqual(["Called off lost", "Cancelled open"]);
  });

  it("is refused when a used stage is missing, naming it, also when only a version speaks of it", async () => {
    await importText(db, "conversations", log, { memberId });
    await database.sql`update conversations set stage_id = (select id from stages where name = 'Lost')
      where stage_id = (select id from stages where name = 'Cancelled')`;
    const before = await listStages();
    const { report } = await run("name,outcome\nDemo given,open\nWon,won\nLost,lost\n");
    expect(report.refusals).toEqual([
      'The stage "Cancelled" is in use and not in the file: it cannot be removed.',
    ]);
    expect(await listStages()).toEqual(before);
  });

  it("takes a merged stage it names back as one of its own, and frees those merged into one that goes", async () => {
    await database.sql`update stages set archived_at = now(), merged_into_id = (select id from stages where name = 'Contact made')
      where name in ('Demo given', 'Proposal sent')`;
    const { report } = await run("name,outcome\nDemo given,open\nWon,won\nLost,lost\n");
    expect(report.applied).toBe(true);
    const left =
      await database.sql`select name from stages where merged_into_id is not null or archived_at is not null and name = 'Demo given'`;
    expect(left).toHaveLength(0);
  });

  it("writes each changed position or outcome to the stage's history and derives the deals anew", async () => {
    await importText(db, "conversations", log, { memberId });
    expect(await countStates("lost")).toBe(1);
    const same = "Contact made,open\nDemo given,open\nProposal sent,open\nWon,won\nLost,lost\n";
    const { report } = await run(`name,outcome\n${same}Cancelled,open\n`);
    expect(report).toMatchObject({ applied: true, corrected: 1, unchanged: 5, rederivedDeals: 1 });
    expect(await countStates("lost")).toBe(0);
    const history = await database.sql`
      select position, outcome, set_by_id from stage_settings
      where stage_id = (select id from stages where name = 'Cancelled') order by id`;
    expect(history.map((row) => ({ ...row }))).toEqual([
      { position: 6, outcome: "lost", set_by_id: null },
      { position: 6, outcome: "open", set_by_id: String(memberId) },
    ]);
    const moved = await run("name,outcome\nDemo given,open\nWon,won\nLost,lost\nCancelled,open\n");
    expect(moved.report).toMatchObject({ applied: true, rederivedDeals: 2 });
  });

  it("with bad rows is refused by line, also with skipBadRows: a pipeline has no spare rows", async () => {
    const before = await listStages();
    const { report, problems } = await run(
      "name,outcome,color\nLead,open,blue\n,won,\nWon,victory,\nLost,lost,\nLOST,lost,\nBare,,\n",
      { skipBadRows: true },
    );
    expect(problems).toEqual([
      '2 color: "blue" is no colour; write it as #1a2b3c.',
      "3 name: The name is missing.",
      '4 outcome: "victory" is no outcome. There are: open, won, lost.',
      "6 name: This stage is already in line 5.",
      "7 outcome: The outcome is missing.",
    ]);
    expect(report).toMatchObject({ applied: false, refusals: [] });
    expect(await listStages()).toEqual(before);
  });

  it("without an open, a won or a lost stage is refused; so is one without rows", async () => {
    const { report } = await run("name,outcome\nLead,open\nWon,won\n");
    expect(report.refusals).toEqual(["There is no stage whose outcome is lost: at least one is needed."]);
    expect((await run("name,outcome\n")).report.refusals).toHaveLength(3);
  });

  it("tried out changes nothing", async () => {
    const before = await listStages();
    const { report } = await run("name,outcome\nLead,open\nWon,won\nLost,lost\n", { dryRun: true });
    expect(report).toMatchObject({ applied: false, added: 1 });
    expect(await listStages()).toEqual(before);
  });
});
