/** A rule of the product forbids it: the message is one sentence for the person who tried. */
export class RuleError extends Error {
  override name = "RuleError";
}
