/** The look of a field one writes into, alone on its line: as high as a finger needs, and marked where it is wrong. */
export const fieldClass =
  "touch-target input-text min-h-10 w-full min-w-0 rounded-control border border-border-strong bg-surface px-3 text-text [&[type=date]]:px-2 placeholder:text-muted aria-invalid:border-lost";
