import fc from "fast-check";
import { expect, test } from "vitest";
import { type DealConversation, dealSpans, dealStates } from "./deal-states";

const stages = new Map([
  [1, { position: 1, outcome: "open" }],
  [2, { position: 2, outcome: "open" }],
  [3, { position: 3, outcome: "open" }],
  [4, { position: 4, outcome: "won" }],
  [5, { position: 5, outcome: "lost" }],
  [6, { position: 6, outcome: "lost" }],
] as const);
const [contact, demo, proposal, won, lost, cancelled] = [1, 2, 3, 4, 5, 6];
const [anna, ben, cara] = [21, 22, 23];

let nextId = 1;
function talk(on: string, stageId: number, amount: string | null = null, heldById = anna): DealConversation {
  return { id: nextId++, occurredAt: new Date(`${on}T08:00:00Z`), localDate: on, stageId, amount, heldById };
}
function stateOn(date: string, log: DealConversation[], owners?: Parameters<typeof dealStates>[2]) {
  return dealStates(log, stages, owners).find(({ fromOn, untilOn }) => fromOn <= date && date < untilOn);
}

test("Won on 3 May, thank-you call logged as Won on 9 May: closed 3 May", () => {
  const log = [talk("2026-05-03", won), talk("2026-05-09", won)];
  expect(stateOn("2026-05-31", log)).toMatchObject({ outcome: "won", closedOn: "2026-05-03" });
});

test("Won 3 May, Cancelled 1 June: won as of 31 May, lost and closed 1 June after", () => {
  const log = [talk("2026-05-03", won), talk("2026-06-01", cancelled)];
  expect(stateOn("2026-05-31", log)).toMatchObject({ outcome: "won", closedOn: "2026-05-03" });
  expect(stateOn("2026-06-30", log)).toMatchObject({
    outcome: "lost",
    closedOn: "2026-06-01",
    everWon: true,
  });
});

test("Lost on price 3 May, Cancelled 9 May: closed 3 May, in the stage since 9 May", () => {
  const log = [talk("2026-05-03", lost), talk("2026-05-09", cancelled)];
  expect(stateOn("2026-05-31", log)).toMatchObject({ closedOn: "2026-05-03", enteredOn: "2026-05-09" });
});

test("Won 3 May, Negotiation 9 May, Won 20 May: open in between, closed 20 May", () => {
  const log = [talk("2026-05-03", won), talk("2026-05-09", proposal), talk("2026-05-20", won)];
  expect(stateOn("2026-05-10", log)).toMatchObject({ outcome: "open", closedOn: null });
  expect(stateOn("2026-05-31", log)).toMatchObject({ closedOn: "2026-05-20" });
});

test("the last amount that was given holds; before the first conversation there is no state", () => {
  const log = [talk("2026-04-20", proposal, "800"), talk("2026-05-03", won, "1000"), talk("2026-05-09", won)];
  expect(stateOn("2026-04-19", log)).toBeUndefined();
  expect(stateOn("2026-05-02", log)?.amount).toBe("800");
  expect(stateOn("2026-05-31", log)?.amount).toBe("1000");
});

test("two conversations of one moment count in the order of logging", () => {
  const first = talk("2026-05-03", proposal);
  const second = talk("2026-05-03", won);
  expect(stateOn("2026-05-03", [second, first])?.outcome).toBe("won");
});

test("the deal is its first conversation's member's until it is reassigned, from that day on", () => {
  const log = [talk("2026-05-03", demo, null, anna), talk("2026-05-09", demo, null, ben)];
  const owners = [{ fromOn: "2026-05-06", memberId: cara }];
  expect(stateOn("2026-05-05", log, owners)?.ownerId).toBe(anna);
  expect(stateOn("2026-05-06", log, owners)?.ownerId).toBe(cara);
  expect(stateOn("2026-05-31", log, owners)?.ownerId).toBe(cara);
  expect(stateOn("2026-05-31", log)?.ownerId).toBe(anna);
});

test("reassigned from an earlier day after a later one, the later day's owner holds from then on", () => {
  const log = [talk("2026-05-03", demo, null, anna)];
  const owners = [
    { fromOn: "2026-05-20", memberId: ben },
    { fromOn: "2026-05-06", memberId: cara },
  ];
  expect(stateOn("2026-05-19", log, owners)?.ownerId).toBe(cara);
  expect(stateOn("2026-05-31", log, owners)?.ownerId).toBe(ben);
});

test("the furthest open stage stays the furthest after a step back; a lost stage is none", () => {
  const log = [talk("2026-05-01", proposal), talk("2026-05-02", contact), talk("2026-05-03", lost)];
  expect(stateOn("2026-05-31", log)?.furthestStageId).toBe(proposal);
  expect(stateOn("2026-05-31", [talk("2026-05-01", won)])?.furthestStageId).toBeNull();
});

test("consecutive conversations at one stage are one span; the current one has no end", () => {
  const log = [
    talk("2026-05-01", demo),
    talk("2026-05-04", demo),
    talk("2026-05-06", proposal),
    talk("2026-05-09", demo),
  ];
  expect(dealSpans(log).map(({ stageId, enteredOn, leftOn }) => [stageId, enteredOn, leftOn])).toEqual([
    [demo, "2026-05-01", "2026-05-06"],
    [proposal, "2026-05-06", "2026-05-09"],
    [demo, "2026-05-09", null],
  ]);
});

test("as of any day the state is that of a log which ends on that day, in whatever order it is handed over", () => {
  const conversation = fc
    .record({
      day: fc.integer({ min: 1, max: 9 }),
      hour: fc.integer({ min: 0, max: 2 }),
      stageId: fc.integer({ min: 1, max: 6 }),
      amount: fc.option(fc.constantFrom("1", "2.50"), { nil: null }),
      heldById: fc.constantFrom(anna, ben),
    })
    .map(({ day, hour, ...rest }) => ({
      ...rest,
      occurredAt: new Date(Date.UTC(2026, 4, day, hour)),
      localDate: `2026-05-0${day}`,
    }));
  const owner = fc.record({ day: fc.integer({ min: 1, max: 9 }), memberId: fc.constantFrom(anna, cara) });
  const logs = fc.tuple(fc.array(conversation), fc.uniqueArray(owner, { selector: ({ day }) => day }));
  fc.assert(
    fc.property(logs, fc.integer({ min: 1, max: 9 }), ([entries, reassigned], day) => {
      const date = `2026-05-0${day}`;
      const log = entries.map((entry, id) => ({ id, ...entry }));
      const owners = reassigned.map(({ day: from, memberId }) => ({ fromOn: `2026-05-0${from}`, memberId }));
      const upTo = log.filter(({ localDate }) => localDate <= date);
      const { untilOn, ...then } = stateOn(date, log, owners) ?? { untilOn: null };
      const { untilOn: _, ...alone } = dealStates(
        upTo.toReversed(),
        stages,
        owners.filter(({ fromOn }) => fromOn <= date),
      ).at(-1) ?? { untilOn: null };
      expect(then).toEqual(alone);
    }),
  );
});
