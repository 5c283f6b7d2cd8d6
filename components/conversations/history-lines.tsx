"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/button";
import { ClosedSection } from "@/components/closed-section";
import { FormAnswer } from "@/components/form-answer";
import { OpenedBy } from "@/components/opened-by";
import { useActionForm } from "@/components/use-action-form";
import { restoreVersionAction } from "@/lib/actions/conversations";
import { untouchedForm } from "@/lib/actions/form-state";

type HistoryLinesProps = {
  title: ReactNode;
  /** In the order of time, each by the last version that it made. */
  lines: readonly { version: number; content: ReactNode }[];
  /** The conversation whose earlier versions may be put back; null: by this person none may. */
  restorable: { id: number; version: number } | null;
};

/** The lines of a history on request; what an earlier one says can be made what the conversation says again. */
export function HistoryLines({ title, lines, restorable }: HistoryLinesProps) {
  const { state, isPending, form } = useActionForm(restoreVersionAction);
  return (
    <ClosedSection title={title} isOpen={state !== untouchedForm}>
      <form {...form}>
        <OpenedBy />
        {restorable ? (
          <>
            <input type="hidden" name="id" value={restorable.id} />
            <input type="hidden" name="version" value={restorable.version} />
          </>
        ) : null}
        <ol className="-my-4 flex flex-col">
          {lines.map(({ version, content }) => (
            <li
              key={version}
              className="flex flex-col items-start gap-2 border-border py-4 not-last:border-b"
            >
              {content}
              {restorable && version < restorable.version ? (
                <Button name="toVersion" value={version} isPending={isPending}>
                  Go back to this
                </Button>
              ) : null}
              {state.values.toVersion === String(version) ? <FormAnswer state={state} /> : null}
            </li>
          ))}
        </ol>
      </form>
    </ClosedSection>
  );
}
