import type { Database } from "@/db/client";
import { analyzeCopies, type CopiedTable, copyForWhatIf, countMovedDeals } from "@/db/queries/what-if-copy";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { RuleError } from "@/lib/rule-error";
import { readStageFigures } from "./stage-figures";

type Asked = { today: LocalDate; currencyDigits: number };

const derived: readonly CopiedTable[] = ["stages", "deal_states", "deal_spans"];

/**
 * What a change of the stages would move: the change itself, run on this transaction's own copy of what it
 * writes, with every figure read before and after. Nobody waits for it and nothing is saved.
 *
 * @param change the act as it would be saved; `movesConversations` when it writes to the log too.
 * @throws RuleError whatever the act refuses.
 */
export async function previewStageChange(
  db: Database,
  change: (tx: Database) => Promise<void>,
  { today, currencyDigits, movesConversations = false }: Asked & { movesConversations?: boolean },
) {
  return db.transaction(
    async (tx) => {
      const before = await readStageFigures(tx, today, currencyDigits);
      const tables = movesConversations ? [...derived, "conversations" as const] : derived;
      const schema = await copyForWhatIf(tx, tables);
      await change(tx);
      await analyzeCopies(tx, tables);
      const after = await readStageFigures(tx, today, currencyDigits);
      return { before, after, ...(await countMovedDeals(tx, schema, today)) };
    },
    { isolationLevel: "repeatable read" },
  );
}

export type StageChangePreview = Awaited<ReturnType<typeof previewStageChange>>;

/** What a change of the stages would move, or why it is refused, in a sentence. */
export type Foreseen = { preview: StageChangePreview } | { refusal: string };

/** Previews a change of the stages for its page; what the act refuses is told instead. */
export async function foreseeStageChange(...asked: Parameters<typeof previewStageChange>): Promise<Foreseen> {
  try {
    return { preview: await previewStageChange(...asked) };
  } catch (error) {
    if (error instanceof RuleError) return { refusal: error.message };
    throw error;
  }
}
