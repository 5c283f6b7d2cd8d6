import type { Team } from "@/db/queries/team";
import type { LocalDate } from "@/lib/pipeline/local-date";
import type { Actor } from "@/lib/pipeline/permissions";

/** Who reads or does something, in which team, on which local date there. */
export type MemberContext = { member: Actor; team: Team; today: LocalDate };
