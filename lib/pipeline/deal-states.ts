import type { LocalDate } from "./local-date";
import type { Outcome } from "./outcome";

/** A sales conversation as derivation sees it: it carries a stage, so it belongs to a deal. */
export type DealConversation = {
  id: number;
  occurredAt: Date;
  localDate: LocalDate;
  stageId: number;
  /** Exact decimal; null = none was given. */
  amount: string | null;
  heldById: number;
};

/** What a stage means today. */
export type StageMeaning = { position: number; outcome: Outcome };

/** From the start of `fromOn` the deal is this member's. */
export type OwnerChange = { fromOn: LocalDate; memberId: number };

/** The last date a state can hold: it is the deal's current one. */
const stillSo = "infinity";

/** What a deal is at the end of every day from `fromOn` until before `untilOn` (domain.md, "A deal's state as of T"). */
export type DealState = {
  fromOn: LocalDate;
  untilOn: LocalDate | typeof stillSo;
  stageId: number;
  outcome: Outcome;
  amount: string | null;
  ownerId: number;
  openedAt: Date;
  openedOn: LocalDate;
  closedAt: Date | null;
  closedOn: LocalDate | null;
  /** Entry of the current span: the unbroken stay at this stage. */
  enteredAt: Date;
  enteredOn: LocalDate;
  firstConversationId: number;
  lastConversationId: number;
  lastAt: Date;
  /** The open stage furthest down the pipeline that it was at; null if it was at none. */
  furthestStageId: number | null;
  everWon: boolean;
};

/** An unbroken stay at one stage; `left` is the moment the next one begins, null for the current one. */
export type DealSpan = {
  number: number;
  stageId: number;
  enteredAt: Date;
  enteredOn: LocalDate;
  leftAt: Date | null;
  leftOn: LocalDate | null;
};

/**
 * By (`occurredAt`, order of logging). A date without a time is that day's first moment, so it comes before what was
 * said at 09:00; what was said at 00:00 itself ties with it and stands in the order of logging.
 */
function byTime(a: DealConversation, b: DealConversation): number {
  return a.occurredAt.getTime() - b.occurredAt.getTime() || a.id - b.id;
}

function meaningOf(stages: ReadonlyMap<number, StageMeaning>, stageId: number): StageMeaning {
  const meaning = stages.get(stageId);
  if (!meaning) throw new Error(`No stage has the id ${stageId}.`);
  return meaning;
}

/** The first of the conversations at the end that all agree with the last one. */
function startOfRun(
  conversations: readonly [DealConversation, ...DealConversation[]],
  key: (conversation: DealConversation) => unknown,
): DealConversation {
  const last = conversations[conversations.length - 1] as DealConversation;
  const breakAt = conversations.findLastIndex((conversation) => key(conversation) !== key(last));
  return conversations[breakAt + 1] as DealConversation;
}

function stateOf(
  conversations: readonly [DealConversation, ...DealConversation[]],
  stages: ReadonlyMap<number, StageMeaning>,
  owner: OwnerChange | undefined,
): Omit<DealState, "fromOn" | "untilOn"> {
  const outcomeOf = ({ stageId }: DealConversation) => meaningOf(stages, stageId).outcome;
  const first = conversations[0];
  const last = conversations[conversations.length - 1] as DealConversation;
  const outcome = outcomeOf(last);
  const closing = outcome === "open" ? null : startOfRun(conversations, outcomeOf);
  const entering = startOfRun(conversations, ({ stageId }) => stageId);
  let furthest: number | null = null;
  for (const { stageId } of conversations) {
    const { outcome, position } = meaningOf(stages, stageId);
    if (outcome === "open" && (furthest === null || position > meaningOf(stages, furthest).position))
      furthest = stageId;
  }
  return {
    stageId: last.stageId,
    outcome,
    amount: conversations.findLast(({ amount }) => amount !== null)?.amount ?? null,
    ownerId: owner?.memberId ?? first.heldById,
    openedAt: first.occurredAt,
    openedOn: first.localDate,
    closedAt: closing?.occurredAt ?? null,
    closedOn: closing?.localDate ?? null,
    enteredAt: entering.occurredAt,
    enteredOn: entering.localDate,
    firstConversationId: first.id,
    lastConversationId: last.id,
    lastAt: last.occurredAt,
    furthestStageId: furthest,
    everWon: conversations.some((conversation) => outcomeOf(conversation) === "won"),
  };
}

/**
 * A deal's states over local dates, from its conversations in any order, the meaning of the stages, and its
 * reassignments. One state for each date on which something changed; none before its first conversation.
 *
 * Examples: Won 3 May, a thank-you call logged as Won 9 May: closed 3 May. Won 3 May, Cancelled 1 June: lost,
 * closed 1 June. Lost on price 3 May, Cancelled 9 May: closed 3 May. Won, Negotiation 9 May, Won 20 May:
 * closed 20 May. An amount holds until another is given.
 */
export function dealStates(
  conversations: readonly DealConversation[],
  stages: ReadonlyMap<number, StageMeaning>,
  owners: readonly OwnerChange[] = [],
): DealState[] {
  const sorted = conversations.toSorted(byTime);
  const changes = new Set([
    ...sorted.map(({ localDate }) => localDate),
    ...owners.map(({ fromOn }) => fromOn),
  ]);
  const states: DealState[] = [];
  for (const fromOn of [...changes].sort()) {
    const [first, ...rest] = sorted.filter(({ localDate }) => localDate <= fromOn);
    if (!first) continue;
    const before = states.at(-1);
    if (before) before.untilOn = fromOn;
    const owner = owners
      .filter((change) => change.fromOn <= fromOn)
      .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
      .at(-1);
    states.push({ fromOn, untilOn: stillSo, ...stateOf([first, ...rest], stages, owner) });
  }
  return states;
}

/** A deal's stays at its stages in order of time: consecutive conversations at one stage are one stay. */
export function dealSpans(conversations: readonly DealConversation[]): DealSpan[] {
  const spans: DealSpan[] = [];
  for (const { stageId, occurredAt, localDate } of conversations.toSorted(byTime)) {
    const current = spans.at(-1);
    if (current?.stageId === stageId) continue;
    if (current) Object.assign(current, { leftAt: occurredAt, leftOn: localDate });
    spans.push({
      number: spans.length + 1,
      stageId,
      enteredAt: occurredAt,
      enteredOn: localDate,
      leftAt: null,
      leftOn: null,
    });
  }
  return spans;
}
