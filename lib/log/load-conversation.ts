import { cache } from "react";
import type { Database } from "@/db/client";
import { getTimelineRow } from "@/db/queries/timeline";
import { recordAt } from "@/lib/record-id";

/** The conversation that a part of an address names, read once for a title and its page; undefined: there is none. */
export const loadConversation = cache((db: Database, idText: string) =>
  recordAt(idText, (id) => getTimelineRow(db, id)),
);
