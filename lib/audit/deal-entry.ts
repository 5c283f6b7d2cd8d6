import type { AuditRow } from "@/db/queries/audit-entries";
import type { DealRecord } from "@/lib/deals/change-deal";
import { dealActChanges } from "@/lib/deals/deal-act-words";
import { numbering } from "@/lib/wording/numbering";
import type { AuditChange, AuditWords } from "./audit-words";

type DealEntry = Pick<AuditRow, "act" | "subjectId" | "before" | "after">;

const empty: DealRecord = { deals: [], conversations: [] };

const recordOf = (kept: unknown): DealRecord => ({ ...empty, ...(kept as DealRecord | null) });

/** A deal by the name it had then, one without a name by its first day; undefined: it is gone without a trace. */
function calledOf(id: number, { before, after }: DealEntry, { names, formats }: AuditWords) {
  const known = names.deal(id);
  const then = [...recordOf(before).deals, ...recordOf(after).deals].find((deal) => deal.id === id);
  const name = then ? then.name : known?.name;
  if (name) return `“${name}”`;
  return known?.openedOn ? `of ${formats.date(known.openedOn)}` : undefined;
}

function theDeal(id: number, entry: DealEntry, words: AuditWords): string {
  const called = calledOf(id, entry, words);
  return called ? `the deal ${called}` : "a deal";
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
