import type { Route } from "next";

/** Where one goes on from a refusal. */
export type Onward = { label: string; href: Route };

type About = {
  /** What of the form it is about, where it is said; left out: the whole. */
  field?: string;
  onward?: Onward;
};

/** A rule of the product forbids it: the message is one sentence for the person who tried. */
export class RuleError extends Error {
  override name = "RuleError";
  readonly field?: string;
  readonly onward?: Onward;

  constructor(message: string, { field, onward }: About = {}) {
    super(message);
    this.field = field;
    this.onward = onward;
  }
}

/** What the form is about is gone: its page, where there is nothing any more, stays as it is around what was typed. */
export class GoneError extends RuleError {}
