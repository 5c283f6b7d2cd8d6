import { ChevronDown } from "lucide-react";
import { ChangeTable } from "@/components/change-table";
import type { TeamFormats } from "@/lib/format/team-formats";
import { momentInWords } from "@/lib/log/said-in-words";
import type { HistoryLine } from "@/lib/log/version-history";
import { RestoreVersion } from "./restore-version";

type ConversationHistoryProps = {
  lines: readonly HistoryLine[];
  formats: TeamFormats;
  timeZone: string;
  /** The conversation whose earlier versions may be put back; null: by this person none may. */
  restorable: { id: number; version: number } | null;
};

const acts: Record<HistoryLine["act"], string> = {
  logged: "Logged",
  imported: "Imported",
  corrected: "Corrected",
  deleted: "Deleted",
  undone: "Last change taken back",
  moved: "Moved to another deal",
  merged: "Moved by a merge",
};

/** What became of a conversation since it was logged: who changed what, before and after side by side. On request. */
export function ConversationHistory({ lines, formats, timeZone, restorable }: ConversationHistoryProps) {
  return (
    <details className="group/history rounded-box border border-border bg-surface">
      <summary className="flex min-h-11 items-center gap-2 rounded-box px-4 font-medium hover:bg-surface-hover">
        History
        <span className="font-normal text-muted">
          {lines.length === 1 ? "unchanged" : `${lines.length} entries`}
        </span>
        <ChevronDown
          aria-hidden="true"
          className="ml-auto size-4 shrink-0 text-muted transition-transform group-open/history:rotate-180"
        />
      </summary>
      <ol className="flex flex-col border-border border-t">
        {lines.map(({ version, act, savedBy, savedAt, saves, changes }) => (
          <li key={version} className="flex flex-col gap-2 border-border p-4 not-last:border-b">
            <p>
              <span className="font-medium">{acts[act]}</span> by {savedBy},{" "}
              <span className="figures">
                {momentInWords({ at: savedAt, dateOnly: false }, formats, timeZone)}
              </span>
              {saves > 1 ? <span className="text-muted"> ({saves} saves within ten minutes)</span> : null}
            </p>
            {changes.length > 0 ? (
              <ChangeTable
                headings={["Before", "After"]}
                rows={changes.map(({ fact: what, ...values }) => ({ what, ...values }))}
              />
            ) : null}
            {restorable && version < restorable.version ? (
              <RestoreVersion {...restorable} toVersion={version} />
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
