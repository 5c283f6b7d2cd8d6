import type { SelectOption } from "@/components/select-field";

/**
 * The options, and what is chosen where it is none of them: it was archived or merged since, or is not known yet.
 * It stays chosen and is sent as it is, for the server knows what became of it.
 *
 * Example: of "7", chosen while a draft was begun and merged into "8" since, the options are "8" and "7".
 *
 * @param called what such a one is called: "The topic chosen before".
 */
export function withChosen(
  options: readonly SelectOption[],
  chosen: string,
  called: string,
): readonly SelectOption[] {
  const isOffered = chosen === "" || options.some(({ value }) => value === chosen);
  return isOffered ? options : [...options, { value: chosen, label: called }];
}
