/** The look of a radio button that is a chip: its label, marked while it is chosen or focused. */
export const chipClass =
  "touch-target inline-flex min-h-9 cursor-pointer select-none items-center gap-2 rounded-full border border-border-strong/60 bg-surface px-3 font-medium transition-colors hover:bg-surface-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2";

/** The input of such a chip: there for the keyboard and for assistive technology, not for the eye. */
export const chipInputClass = "sr-only";
