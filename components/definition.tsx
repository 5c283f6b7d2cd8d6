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
  const lastWord = term.lastIndexOf(" ") + 1;
  return (
    <details data-popover name="definition" className="group print-open">
      <summary className="touch-around inline-block min-h-6 rounded-control py-0.5 font-medium text-muted hover:text-text">
        {term.slice(0, lastWord)}
        <span className="whitespace-nowrap">
          {term.slice(lastWord)}
          <Info
            aria-hidden="true"
            className="ml-1.5 inline size-3.5 align-[-0.125em] print:hidden opacity-60 group-open:text-accent group-open:opacity-100"
          />
        </span>
        <span className="sr-only">: how it is counted</span>
      </summary>
      <p className="fixed inset-x-3 bottom-[calc(0.75rem+var(--bar-room,0px))] z-20 rounded-box border border-border bg-surface p-3 font-normal text-body text-text shadow-raised sm:absolute sm:inset-x-0 sm:top-full sm:bottom-auto sm:mt-1 print:static print:mt-0 print:border-0 print:p-0 print:text-label print:text-muted print:shadow-none">
        {text}
      </p>
    </details>
  );
}
