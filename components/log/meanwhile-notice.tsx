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
        <table className="mt-2 w-full text-left align-top">
          <thead className="text-label text-muted">
            <tr>
              <th className="pr-3 font-medium">What</th>
              <th className="pr-3 font-medium">When you opened it</th>
              <th className="font-medium">Now, by {by}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ fact, before, after, isOverwritten }) => (
              <tr key={fact} className="align-top">
                <th className="pr-3 font-medium">{fact}</th>
                <td className="whitespace-pre-line pr-3">{before || "–"}</td>
                <td className="whitespace-pre-line">
                  {after || "–"}
                  {isOverwritten ? <span className="block text-label text-lost">yours differs</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="mt-2">
        {isBoth
          ? "Where both of you wrote, the form below still holds yours; saving puts it in place of theirs. The rest is as it is now."
          : "The form below holds both: their changes and yours. Look it over and save."}
      </p>
    </Notice>
  );
}
