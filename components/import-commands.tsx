import { ClosedSection } from "@/components/closed-section";
import { customerColumns } from "@/lib/import/check-customer-row";
import { stageColumns } from "@/lib/import/check-stage-row";
import { conversationColumns } from "@/lib/import/conversation-columns";

const files = [
  { what: "Stages of your own, if you have them, before the rest", columns: stageColumns, kind: "stages" },
  { what: "Your customers and since when you have them", columns: customerColumns, kind: "customers" },
  { what: "What was said", columns: conversationColumns, kind: "conversations" },
] as const;

/** How an admin brings in what the team has elsewhere: on the machine Pipelog runs on, as no page does it. */
export function ImportCommands() {
  return (
    <ClosedSection title="Bring what you have: customers and conversations from CSV files" isOpen={false}>
      <div className="flex flex-col gap-3">
        <p className="text-muted">The files are imported on the machine Pipelog runs on.</p>
        {files.map(({ what, columns, kind }) => (
          <div key={kind} className="flex flex-col gap-1">
            <p>
              {what}, columns <code>{columns.required.join(", ")}</code> and, where known,{" "}
              <code>{columns.optional.join(", ")}</code>:
            </p>
            <code className="block w-full overflow-x-auto rounded-control bg-track px-3 py-2 font-mono text-label">
              npm run import -- {kind} {kind}.csv
            </code>
          </div>
        ))}
        <p className="text-muted">
          Add <code>--dry-run</code> to see what would happen without changing anything.
        </p>
      </div>
    </ClosedSection>
  );
}
