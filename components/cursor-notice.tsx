import { strangeCursor } from "@/lib/keyset-cursor";
import { Notice } from "./notice";

/** Tells where an address asks for a page that its list does not have, and the list begins at its first row instead. */
export function CursorNotice({ asked, after }: { asked: string; after: object | null }) {
  return asked !== "" && after === null ? <Notice>{strangeCursor}</Notice> : null;
}
