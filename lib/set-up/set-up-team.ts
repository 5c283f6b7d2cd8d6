import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import {
  deleteSetUpCode,
  insertFirstAdmin,
  insertFirstChannels,
  insertFirstStages,
  insertTeam,
} from "@/db/queries/set-up";
import { refuseOwnName } from "@/lib/auth/guessable-password";
import { hashPassword } from "@/lib/auth/password";
import { currencyDigits } from "@/lib/pipeline/money";
import { RuleError } from "@/lib/rule-error";
import { firstChannels } from "./first-channels";
import { firstStages } from "./first-stages";

type TeamSetUp = {
  teamName: string;
  /** ISO 4217. */
  currency: string;
  /** IANA name. */
  timeZone: string;
  /** BCP 47 tag. */
  locale: string;
  /** 1 = Monday … 7 = Sunday. */
  firstDayOfWeek: number;
  adminName: string;
  adminEmail: string;
  password: string;
};

/** There is a team already: the set-up works once. */
export class AlreadySetUpError extends RuleError {
  override name = "AlreadySetUpError";

  constructor() {
    super("The team has already been set up. Sign in instead.");
  }
}

/**
 * Makes the team with its first admin, the default pipeline and channels, all or nothing. It works exactly once: of
 * two at the same moment the second is refused.
 *
 * @returns the first admin's id.
 * @throws AlreadySetUpError when there is a team; RuleError when the currency is unknown, or the
 * password is a name of the admin or the team.
 */
export async function setUpTeam(db: Database, wanted: TeamSetUp): Promise<{ adminId: number }> {
  const digits = currencyDigits(wanted.currency);
  if (digits === undefined) throw new RuleError(`There is no currency ${wanted.currency} in ISO 4217.`);
  refuseOwnName(wanted.password, [wanted.adminEmail, wanted.adminName, wanted.teamName]);
  const passwordHash = await hashPassword(wanted.password);

  return db.transaction(async (tx) => {
    const settings = {
      name: wanted.teamName,
      currency: wanted.currency,
      currencyDigits: digits,
      timeZone: wanted.timeZone,
      locale: wanted.locale,
      firstDayOfWeek: wanted.firstDayOfWeek,
    };
    if (!(await insertTeam(tx, settings))) {
      throw new AlreadySetUpError();
    }
    const admin = { name: wanted.adminName, email: wanted.adminEmail.toLowerCase() };
    const adminId = await insertFirstAdmin(tx, { ...admin, passwordHash });
    await insertFirstStages(tx, firstStages, adminId);
    await insertFirstChannels(tx, firstChannels);
    await deleteSetUpCode(tx);
    await insertAuditEntry(tx, {
      memberId: adminId,
      act: "set up team",
      subject: "team",
      after: { ...settings, admin: { id: adminId, ...admin }, stages: firstStages, channels: firstChannels },
    });
    return { adminId };
  });
}
