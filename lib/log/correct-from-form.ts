import type { Database } from "@/db/client";
import { type Conversation, getConversation, getVersion, lockCustomer } from "@/db/queries/conversations";
import { listVersions } from "@/db/queries/timeline";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { type TeamFormats, teamFormats } from "@/lib/format/team-formats";
import type { MemberContext } from "@/lib/member-context";
import { isPromisedAnew } from "@/lib/pipeline/follow-up";
import { type LocalDate, localDateOf } from "@/lib/pipeline/local-date";
import { RuleError } from "@/lib/rule-error";
import { withLineFeeds } from "@/lib/storable";
import { whoHas } from "@/lib/who-has";
import { logProblems } from "@/lib/wording/log-problems";
import { ChangedMeanwhileError, correctConversation } from "./change-conversation";
import { followUpDate } from "./follow-up-date";
import { isAllSaved } from "./is-all-saved";
import type { LogMore } from "./log-answer";
import { type LogErrors, type LogValues, logValuesOf } from "./log-values";
import { type MergedFact, mergeValues } from "./merge-values";
import { lockPipelineShared } from "./pipeline-lock";
import { mustAskForDeal, readContextOf } from "./read-form";
import { readSaid } from "./read-said";
import { resolveNames } from "./resolve-names";
import { versionsInWords } from "./said-in-words";

/** What somebody else changed while one was correcting: told, and brought together with one's own. */
export type Meanwhile = {
  by: string;
  /** It was oneself, elsewhere. */
  isOwn: boolean;
  /** When, in words. */
  at: string;
  changes: { fact: MergedFact; before: string; after: string; isOverwritten: boolean }[];
};

export type CorrectMore = LogMore & { meanwhile?: Meanwhile };

/** The conversation as it is saved, or what is still to be said; `values` is then the form to go on with. */
type CorrectAnswer =
  | { saved: Conversation }
  | {
      saved?: undefined;
      errors: LogErrors;
      message?: string;
      more: CorrectMore;
      values?: LogValues;
      /** The version the form is about from now on. */
      version?: number;
    };

type Correction = { conversationId: number; version: number; values: LogValues };

function settled(values: LogValues, today: string): LogValues {
  const followUpOn = followUpDate(values, today);
  if (followUpOn === undefined) return values;
  return { ...values, followUp: followUpOn === null ? "" : "date", followUpOn: followUpOn ?? "" };
}

/** The tick stays while its promise does: not once that is taken back, or promised anew. */
function isTickKept(
  current: Conversation,
  movedTo: LocalDate | null,
  { team, today }: MemberContext,
): boolean {
  const { followUpOn: dueOn, completedAt } = current;
  if (dueOn === null || completedAt === null) return true;
  const doneOn = localDateOf(completedAt, team.timeZone);
  return movedTo !== null && !isPromisedAnew({ dueOn, doneOn }, movedTo, today);
}

async function answerChanged(
  db: Database,
  { conversationId, version, values }: Correction,
  { member, team, today }: MemberContext,
  { formats, now: at }: { formats: TeamFormats; now: Date },
): Promise<CorrectAnswer> {
  const [current, seen, versions] = await Promise.all([
    getConversation(db, conversationId),
    getVersion(db, conversationId, version),
    listVersions(db, conversationId),
  ]);
  const inWords = versionsInWords(versions, formats, team.timeZone);
  const [before, after] = [inWords.find((saved) => saved.version === version), inWords.at(-1)];
  if (!current || !seen || !before || !after) throw new RuleError(logProblems.conversationGone);
  const { savedBy: by, savedById: byId } = after;
  if (current.deletedAt)
    throw new RuleError(
      `${whoHas({ by, byId }, member)} deleted this conversation meanwhile. Undo that on its page first.`,
    );
  const then = logValuesOf({ ...seen, withWhom: before.withWhom }, team);
  const now = logValuesOf({ ...current, withWhom: after.withWhom }, team);
  const said = settled(values, today);
  const { contactName } = said.contactName === said.shownContact ? then : said;
  const { merged, theirs, both } = mergeValues(then, now, { ...said, contactName });
  const isOwn = byId === member.id;
  if (isOwn && isAllSaved(merged, now, { current, before, after, team, today, at }))
    return { saved: current };
  const changes = theirs.map((fact) => ({
    fact,
    before: before.said[fact],
    after: after.said[fact],
    isOverwritten: both.includes(fact),
  }));
  const savedAt = dayAndTime(after.savedAt, team.timeZone, formats);
  return {
    errors: {},
    more: { meanwhile: { by, isOwn, at: savedAt, changes } },
    values: merged,
    version: current.version,
  };
}

/**
 * Corrects a conversation as the form says. What somebody else changed meanwhile is never overwritten unseen:
 * the answer tells it and carries both changes on.
 *
 * @throws RuleError what was said breaks a rule, or the actor may not.
 */
export async function correctFromForm(
  db: Database,
  correction: Correction,
  present: MemberContext,
  now: Date,
): Promise<CorrectAnswer> {
  const { conversationId, version, values } = correction;
  const { member, team, today } = present;
  const formats = teamFormats(team);
  const who = { actor: member, now };
  const current = await getConversation(db, conversationId);
  if (!current) throw new RuleError(logProblems.conversationGone);
  if (current.version !== version) return answerChanged(db, correction, present, { formats, now });
  const { occurredAt: at, dateOnly, customerId, followUpOn: promisedOn } = current;
  const { said, errors } = readSaid(values, { team, today, now, untouched: { at, dateOnly }, promisedOn });
  const whose = { customerId, conversationId };
  const contextOf = (tx: Database) => readContextOf(tx, { values, said }, whose, present);
  if (Object.keys(errors).length > 0) return { errors, more: { context: await contextOf(db) } };
  try {
    return await db.transaction(async (tx): Promise<CorrectAnswer> => {
      await lockPipelineShared(tx);
      await lockCustomer(tx, customerId);
      if (current.dealId === null && (await mustAskForDeal(tx, said, whose)))
        return { errors: { deal: logProblems.newSaleOrEarlier }, more: { context: await contextOf(tx) } };
      const names = await resolveNames(tx, values, { ...who, customerId, kept: current });
      const { moment, deal, ...content } = said;
      const { followsUpId } = current;
      const saved = await correctConversation(tx, {
        ...who,
        conversationId,
        version,
        timeZone: team.timeZone,
        currency: team.currency,
        deal,
        content: {
          ...content,
          ...names,
          // Left as the form shows it, the note is the one that is there.
          note: said.note === withLineFeeds(current.note) ? current.note : said.note,
          occurredAt: moment.at,
          dateOnly: moment.dateOnly,
          completedAt: isTickKept(current, said.followUpOn, present) ? current.completedAt : null,
          followsUpId,
        },
      });
      return { saved };
    });
  } catch (error) {
    if (error instanceof ChangedMeanwhileError)
      return answerChanged(db, correction, present, { formats, now });
    throw error;
  }
}
