export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const variants: Record<ButtonVariant, string> = {
  // The border is for eyes whose system chooses the colours: backgrounds are gone there.
  primary: "border border-transparent bg-accent-fill text-on-accent hover:bg-accent-fill-hover",
  secondary: "border border-border-strong/60 bg-surface text-text hover:bg-surface-hover",
  quiet: "text-muted hover:bg-surface-hover hover:text-text",
  danger: "border border-lost bg-surface text-lost hover:bg-lost-soft",
};

/** Of a button beside a labelled field: it stands at the field, below the label's line and as high. */
export const besideField = "mt-6 min-h-10";

/** The classes of a button and of a link that looks like one; paper has no use for them. */
export function buttonClass(variant: ButtonVariant = "secondary", className = ""): string {
  return `touch-target inline-flex min-h-9 max-w-full items-center justify-center gap-2 wrap-break-word rounded-control px-3 font-medium transition-colors print:hidden disabled:opacity-60 aria-disabled:opacity-60 ${variants[variant]} ${className}`;
}
