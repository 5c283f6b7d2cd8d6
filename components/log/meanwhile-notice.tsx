import { ChangeTable } from "@/components/change-table";
import { Notice } from "@/components/notice";
import type { Meanwhile } from "@/lib/log/correct-from-form";

/** What somebody else changed while this form was open, and what the form now holds of it. */
export function MeanwhileNotice({ meanwhile }: { meanwhile: Meanwhile }) {
  const { by, at, changes } = meanwhile;
  const isBoth = changes.some(({ isOverwritten }) => isOverwritten);
  return (
    <Notice isAnswer kind="error">
      <p className="font-medium">
        {by} changed this conversation meanwhile ({at}). Nothing of yours is saved yet.
      </p>
      {changes.length === 0 ? null : (
        <div className="mt-2">
          <ChangeTable
            headings={["When you opened it", `Now, by ${by}`]}
            rows={changes.map(({ fact, before, after, isOverwritten }) => ({
              what: fact,
              before,
              after,
              remark: isOverwritten ? "yours differs" : undefined,
            }))}
          />
        </div>
      )}
      <p className="mt-2">
        {isBoth
          ? "Where both of you wrote, the form below still holds yours; saving puts it in place of theirs. The rest is as it is now."
          : "The form below holds both: their changes and yours. Look it over and save."}
      </p>
    </Notice>
  );
}
