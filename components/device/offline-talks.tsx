import { NoteText } from "@/components/note-text";
import type { DeviceTalk } from "@/lib/device/device-data";
import { inOneLine } from "@/lib/wording/in-one-line";

/** One's own latest conversations, as this device last heard of them. */
export function OfflineTalks({ talks }: { talks: readonly DeviceTalk[] }) {
  if (talks.length === 0) return <p className="text-muted">You had not logged anything then.</p>;
  return (
    <ul className="rounded-box border border-border bg-surface">
      {talks.map(({ id, customer, when, facts, note }) => (
        <li key={id} className="border-border border-t px-4 py-3 first:border-t-0">
          <p className="font-semibold">{customer}</p>
          <p className="figures text-label text-muted">{inOneLine([when, facts])}</p>
          <NoteText note={note} />
        </li>
      ))}
    </ul>
  );
}
