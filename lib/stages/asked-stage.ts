import { nameKey } from "@/lib/pipeline/name-key";

/**
 * The stage that an address asks for: the one with this id, and only when none has it the one so called;
 * undefined: there is neither. The app's own addresses say ids.
 *
 * Example: of the stages 9 “10” and 10 “20”, “10” asks for “20”, and “20” does too.
 */
export function askedStage<Stage extends { id: number; name: string }>(
  stages: readonly Stage[],
  asked: string,
): Stage | undefined {
  return (
    stages.find(({ id }) => String(id) === asked) ??
    stages.find(({ name }) => nameKey(name) === nameKey(asked))
  );
}
