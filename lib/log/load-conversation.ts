import { cache } from "react";
import type { Database } from "@/db/client";
import { getTimelineRow } from "@/db/queries/timeline";
import { recordId } from "@/lib/record-id";

/** The conversation that a part of an address names, read once for a title and its page; undefined: there is none. */
export const loadConversation = cache(async (db: Database, idText: string) => {
  const id = recordId(idText);
  return id === undefined ? undefined : getTimelineRow(db, id);
});
