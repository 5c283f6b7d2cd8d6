type NoteTextProps = { note: string; className?: string };

/** A note as it was written: in its lines, and in its script's direction; nothing where there is none. */
export function NoteText({ note, className = "" }: NoteTextProps) {
  if (note === "") return null;
  return (
    <p dir="auto" className={`whitespace-pre-line ${className}`}>
      {note}
    </p>
  );
}
