import type { Team } from "@/db/queries/team";
import { readAmount } from "@/lib/format/read-amount";
import { cleanName } from "@/lib/pipeline/clean-name";
import { isAfter2999, isBefore1900, type LocalDate, localDateOf } from "@/lib/pipeline/local-date";
import { longest } from "@/lib/pipeline/longest";
import { isTooFarAhead, type Moment, readMomentFields } from "@/lib/pipeline/moment";
import { recordId } from "@/lib/record-id";
import { amountProblem } from "@/lib/wording/amount-problem";
import { logProblems } from "@/lib/wording/log-problems";
import type { DealChoice } from "./conversation-content";
import { followUpDate } from "./follow-up-date";
import { anotherOne, isMomentLeft, type LogErrors, type LogValues } from "./log-values";
import { noteProblem } from "./note-problem";

/** What can be read from the form without looking anything up. */
export type Said = {
  moment: Moment;
  note: string;
  stageId: number | null;
  amount: string | null;
  followUpOn: LocalDate | null;
  durationMinutes: number | null;
  /** undefined: nothing is said of the deal. */
  deal: DealChoice | undefined;
};

type Reading = {
  team: Team;
  today: LocalDate;
  now: Date;
  untouched: Moment;
  promisedOn?: LocalDate | null;
};

function readMoment(values: LogValues, { team, now, untouched }: Reading, errors: LogErrors): Moment {
  const { date, time } = values;
  if (isMomentLeft(values)) return untouched;
  const moment = readMomentFields(date, time, team.timeZone);
  if (date === "") errors.date = "Choose the day as well, or leave the time empty.";
  else if (isBefore1900(date)) errors.date = "This lies before 1900. Write the year in full, such as 2026.";
  else if (isAfter2999(date)) errors.date = "This lies after 2999. Choose the day of the conversation.";
  else if (!moment) errors.date = "There is no such date or time. Choose them again.";
  else if (isTooFarAhead(moment.at, now)) errors.date = logProblems.inTheFuture;
  return moment ?? untouched;
}

function readAmountField({ amount, stage }: LogValues, { team }: Reading, errors: LogErrors): string | null {
  if (amount === "") return null;
  const read = readAmount(amount, team);
  if (stage === "") errors.amount = logProblems.amountWithoutStage;
  else if (read.problem) errors.amount = amountProblem(read.problem, team);
  return read.amount ?? null;
}

/** Without a stage a deal that the form itself had chosen is left out; one that a person chose is a mistake. */
function readDeal(values: LogValues, errors: LogErrors): DealChoice | undefined {
  const { stage, deal, dealName, shownDeal } = values;
  if (deal === "" || (stage === "" && deal === shownDeal)) return undefined;
  if (stage === "")
    errors.deal = "A deal belongs to a sale: choose the stage it has reached, or leave the deal to Pipelog.";
  if (deal === anotherOne) return "new";
  const id = recordId(deal);
  if (deal !== "named") return id === undefined ? undefined : { id };
  const name = cleanName(dealName);
  if (name === "") errors.dealName = "Write the deal's name, or choose another deal.";
  if (name.length > longest.name) errors.dealName = `A deal's name has at most ${longest.name} characters.`;
  return { name };
}

function readFollowUp(values: LogValues, moment: Moment, reading: Reading, errors: LogErrors) {
  const { team, today, untouched, promisedOn } = reading;
  const followUpOn = followUpDate(values, today);
  const stands = moment === untouched && followUpOn === promisedOn;
  if (followUpOn === undefined && isAfter2999(values.followUpOn.trim()))
    errors.followUpOn = "This lies after 2999. Choose the day of the follow-up.";
  else if (followUpOn === undefined) errors.followUpOn = "Choose the day of the follow-up.";
  else if (followUpOn !== null && !stands && followUpOn < localDateOf(moment.at, team.timeZone))
    errors.followUpOn = "The follow-up lies before the conversation. Choose a later day.";
  return followUpOn ?? null;
}

/**
 * Reads what was said in the form.
 *
 * @param reading `untouched` is the moment that is meant when date and time were left as they were shown;
 * `promisedOn` the follow-up that is there: left as it was as well, it may lie before the conversation, as one an
 * import brought.
 * @returns what was said, and the mistakes by field: with any of them nothing may be written.
 */
export function readSaid(values: LogValues, reading: Reading): { said: Said; errors: LogErrors } {
  const errors: LogErrors = {};
  const moment = readMoment(values, reading, errors);
  const { note, stage, duration } = values;
  const wrongNote = noteProblem(note);
  if (wrongNote) errors.note = wrongNote;
  if (stage !== "" && recordId(stage) === undefined) errors.stage = "Choose a stage, or none.";
  if (!/^\d{0,6}$/.test(duration) || Number(duration) > longest.minutes)
    errors.duration = `Write the minutes in digits, at most ${longest.minutes}.`;
  const said = {
    moment,
    note: note.trim(),
    stageId: recordId(stage) ?? null,
    amount: readAmountField(values, reading, errors),
    followUpOn: readFollowUp(values, moment, reading, errors),
    durationMinutes: duration === "" ? null : Number(duration),
    deal: readDeal(values, errors),
  };
  return { said, errors };
}
