/** A rule of the product forbids it: the message is one sentence for the person who tried. */
export class RuleError extends Error {
  override name = "RuleError";

  /** @param field what of the form it is about, where it is said; left out: about the whole. */
  constructor(
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}
