import { RuleError } from "@/lib/rule-error";
import { previewStageChange, type StageChangePreview } from "./preview-stage-change";

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
