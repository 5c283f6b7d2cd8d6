import { strangeCursor } from "@/lib/keyset-cursor";
import { Notice } from "./notice";

/** Tells where an address asks for a page that its list does not have, and the list begins at its first row instead. */
export function CursorNotice({ asked, isFirst }: { asked: string; isFirst: boolean }) {
  return asked !== "" && isFirst ? <Notice>{strangeCursor} Its first one is shown.</Notice> : null;
}
