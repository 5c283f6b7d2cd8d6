import { archivedInWords } from "@/lib/wording/archived-in-words";

type ArchivedNoteProps = { stage: { isArchived: boolean }; className?: string };

/** Beside a stage's name: that it is archived. */
export function ArchivedNote({ stage, className = "" }: ArchivedNoteProps) {
  const note = archivedInWords(stage);
  return note ? <span className={`font-normal text-label text-muted ${className}`}>{note}</span> : null;
}
