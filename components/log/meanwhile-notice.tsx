import { ChangeTable } from "@/components/change-table";
import { Notice } from "@/components/notice";
import type { Meanwhile } from "@/lib/log/correct-from-form";

const ofAnother = {
  both: "Where both of you wrote, the form below still holds yours; saving puts it in place of theirs. The rest is as it is now.",
  either: "The form below holds both: their changes and yours. Look it over and save.",
};

const ofOwn = {
  both: "Where they differ, the form below still holds what you wrote here; saving puts it in place of what is saved. The rest is as it is now.",
  either: "The form below holds both: what you saved and what you wrote here. Look it over and save.",
};

/** What was changed while this form was open, by somebody else or elsewhere, and what the form now holds of it. */
export function MeanwhileNotice({ meanwhile }: { meanwhile: Meanwhile }) {
  const { by, isOwn, at, changes } = meanwhile;
  const isBoth = changes.some(({ isOverwritten }) => isOverwritten);
  const words = isOwn ? ofOwn : ofAnother;
  return (
    <Notice isAnswer kind="error">
      <p className="font-medium">
        {isOwn
          ? `You changed this conversation meanwhile (${at}). Nothing of this form is saved yet.`
          : `${by} changed this conversation meanwhile (${at}). Nothing of yours is saved yet.`}
      </p>
      {changes.length === 0 ? null : (
        <div className="mt-2">
          <ChangeTable
            headings={["When you opened it", `Now, by ${isOwn ? "you" : by}`]}
            rows={changes.map(({ fact, before, after, isOverwritten }) => ({
              what: fact,
              before,
              after,
              remark: isOverwritten ? "yours differs" : undefined,
            }))}
          />
        </div>
      )}
      <p className="mt-2">{isBoth ? words.both : words.either}</p>
    </Notice>
  );
}
