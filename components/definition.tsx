import { Info } from "lucide-react";

type DefinitionProps = {
  /** What is defined, as it is labelled on screen. */
  term: string;
  text: string;
};

/**
 * A label whose definition opens on request, also without JavaScript. The panel spans the nearest positioned
 * ancestor; on a phone it lies above the bottom bar. On paper it is open.
 */
export function Definition({ term, text }: DefinitionProps) {
  return (
    <details data-popover name="definition" className="group print-open">
      <summary className="touch-around inline-flex min-h-6 items-center gap-1.5 rounded-control font-medium text-muted hover:text-text">
        {term}
        <Info
          aria-hidden="true"
          className="size-3.5 shrink-0 print:hidden opacity-60 group-open:text-accent group-open:opacity-100"
        />
        <span className="sr-only">: how it is counted</span>
      </summary>
      <p className="fixed inset-x-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-20 rounded-box border border-border bg-surface p-3 font-normal text-body text-text shadow-raised sm:absolute sm:inset-x-0 sm:top-full sm:bottom-auto sm:mt-1 print:static print:mt-0 print:border-0 print:p-0 print:text-label print:text-muted print:shadow-none">
        {text}
      </p>
    </details>
  );
}
