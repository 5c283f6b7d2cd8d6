import { longest } from "@/lib/pipeline/longest";

/** What is wrong with a note, in the same words on the device and on the server; undefined: nothing. */
export function noteProblem(note: string): string | undefined {
  return note.trim().length > longest.note ? `A note has at most ${longest.note} characters.` : undefined;
}
