import { ChangeTable } from "@/components/change-table";
import { dayAndTime } from "@/lib/format/moment-in-words";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { HistoryLine } from "@/lib/log/version-history";
import { HistoryLines } from "./history-lines";

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
  const count = lines.length === 1 ? "unchanged" : `${lines.length} entries`;
  return (
    <HistoryLines
      title={
        <>
          History <span className="font-normal text-muted">{count}</span>
        </>
      }
      restorable={restorable}
      lines={lines.map(({ version, act, savedBy, savedAt, saves, changes }) => ({
        version,
        content: (
          <>
            <p>
              <span className="font-medium">{acts[act]}</span> by {savedBy},{" "}
              <span className="figures">{dayAndTime(savedAt, timeZone, formats)}</span>
              {saves > 1 ? <span className="text-muted"> ({saves} saves within ten minutes)</span> : null}
            </p>
            {changes.length > 0 ? (
              <ChangeTable
                headings={["Before", "After"]}
                rows={changes.map(({ fact: what, ...values }) => ({ what, ...values }))}
              />
            ) : null}
          </>
        ),
      }))}
    />
  );
}
