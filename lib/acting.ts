import type { Actor } from "@/lib/pipeline/permissions";

/** Who does something, and when: what an act that is kept for the record is told besides what it shall do. */
export type Acting = { actor: Actor; now: Date };
