import type { AuditRow } from "@/db/queries/audit-entries";
import type { DealRecord } from "@/lib/deals/change-deal";
import { dealActChanges, dealCalledThen, undoing } from "@/lib/deals/deal-act-words";
import { numbering } from "@/lib/wording/numbering";
import type { AuditChange, AuditWords } from "./audit-words";

type DealEntry = Pick<AuditRow, "act" | "subjectId" | "before" | "after">;

const empty: DealRecord = { deals: [], conversations: [] };

const recordOf = (kept: unknown): DealRecord => ({ ...empty, ...(kept as DealRecord | null) });

/** A deal by the name it had then, one without a name by its first day; undefined: it is gone without a trace. */
function calledOf(id: number, { before, after }: DealEntry, { names, formats }: AuditWords) {
  const acted = { before: recordOf(before), after: recordOf(after) };
  return dealCalledThen(id, acted, { known: names.deal(id), date: (day) => formats.date(day) });
}

function theDeal(id: number, entry: DealEntry, words: AuditWords): string {
  const called = calledOf(id, entry, words);
  return called ? `the deal ${called}` : "a deal";
}

const undoings: Readonly<Record<string, string>> = {
  "rename deal": "the renaming",
  "reassign deal": "the reassignment",
  "split deal": "the split",
  "join deals": "the joining",
  "move conversation": "the move of a conversation",
};

/**
 * Which act on deals an entry took back: "took back the split of", or did once more by taking that back in turn:
 * "redid the split of"; undefined: it is none, or of before that was kept.
 */
export function undoingInWords({ subject, after }: Pick<AuditRow, "subject" | "after">): string | undefined {
  if (subject !== "deal") return undefined;
  const { undone = "", redone = undone === undoing ? undone : "" } = recordOf(after);
  if (redone) return `redid ${undoings[redone] ?? "a change"} of`;
  return undoings[undone] && `took back ${undoings[undone]} of`;
}

/** What an act on deals was done to: `the deal “Fleet” with “Lynx Leasing”`, of two that were joined both. */
export function dealsInWords(entry: DealEntry, words: AuditWords): string {
  const id = Number(entry.subjectId);
  const customer = words.names.deal(id)?.customer;
  const other = recordOf(entry.before).deals.find((deal) => deal.id !== id);
  const into = entry.act === "join deals" && other ? ` to ${theDeal(other.id, entry, words)}` : "";
  return `${theDeal(id, entry, words)}${into}${customer ? ` with “${customer}”` : ""}`;
}

type DealActChange = ReturnType<typeof dealActChanges>[number];

function inWords({ fact, before, after }: DealActChange): Pick<AuditChange, "before" | "after"> {
  if (fact === "Conversations") return { before: null, after: after || before.replace("more", "fewer") };
  const [was, is] = [before, after].map((text) => text.replaceAll("\n", ", ") || null);
  return { before: was ?? null, after: is ?? null };
}

/** What an act changed of each of the deals it was about. */
export function dealChanges(entry: DealEntry, words: AuditWords): AuditChange[] {
  const [before, after] = [recordOf(entry.before), recordOf(entry.after)];
  const ids = [...new Set([...before.deals, ...after.deals].map(({ id }) => id))];
  const numbered = numbering();
  return ids.flatMap((dealId) => {
    const changes = dealActChanges(before, after, {
      dealId,
      memberName: (id) => words.names.of("member", id) ?? "somebody",
      date: (day) => words.formats.date(day),
    });
    const called = numbered(`Deal ${calledOf(dealId, entry, words) ?? ""}`.trim());
    const of = ids.length > 1 ? `${called}, ` : "";
    return changes.map((change) => ({ ...inWords(change), what: `${of}${change.fact.toLowerCase()}` }));
  });
}
