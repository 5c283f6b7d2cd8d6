import { plural } from "@/lib/format/plural";
import { outcomes } from "@/lib/pipeline/outcome";
import type { StageOutcomePreview } from "@/lib/stages/preview-stage-outcome";

const becoming = { open: "open again", won: "won", lost: "lost" } as const;

/** What a change of outcome moves, in sentences: "41 deals become won." */
export function previewSentences(
  { touched, become, onlyPast }: StageOutcomePreview,
  count: (value: number) => string,
): string[] {
  const deals = (number: number) => `${count(number)} ${plural(number, "deal", "deals")}`;
  if (touched === 0) return ["No deal has ever been at this stage: no figure changes."];
  const now = outcomes.flatMap((outcome) => {
    const number = become[outcome];
    return number === 0
      ? []
      : [`${deals(number)} ${plural(number, "becomes", "become")} ${becoming[outcome]}.`];
  });
  const inThePast =
    onlyPast === 1
      ? "1 deal changes only in the past: when it closed, or what it once was."
      : `${deals(onlyPast)} change only in the past: when they closed, or what they once were.`;
  const past = onlyPast === 0 ? [] : [inThePast];
  const changing = outcomes.reduce((sum, outcome) => sum + become[outcome], onlyPast);
  const same = touched - changing;
  const unchanged =
    same === 1 ? "1 deal that was here stays as it is." : `${deals(same)} that were here stay as they are.`;
  const rest = same === 0 ? [] : [unchanged];
  return [...now, ...past, ...rest];
}
