import type { Route } from "next";

/** Where one goes on from a refusal. */
export type Onward = { label: string; href: Route };

type About = {
  /** What of the form it is about, where it is said; left out: the whole. */
  field?: string;
  onward?: Onward;
  /** What the form is about is no longer there, so its page would go: it stays, with what was typed. */
  isGone?: boolean;
};

/** A rule of the product forbids it: the message is one sentence for the person who tried. */
export class RuleError extends Error {
  override name = "RuleError";
  readonly field?: string;
  readonly onward?: Onward;
  readonly isGone: boolean;

  constructor(message: string, { field, onward, isGone = false }: About = {}) {
    super(message);
    this.field = field;
    this.onward = onward;
    this.isGone = isGone;
  }
}
