import { isAfter2999, isBefore1900, type LocalDate, localDateOf } from "@/lib/pipeline/local-date";
import { longest } from "@/lib/pipeline/longest";
import { isTooFarAhead, parseMoment } from "@/lib/pipeline/moment";
import { maxAmountDigits, parseAmount } from "@/lib/pipeline/money";
import { nameKey } from "@/lib/pipeline/name-key";
import { withLineFeeds } from "@/lib/storable";
import {
  type Complain,
  checkDay,
  checkStorable,
  checkText,
  checkYesNo,
  type Problem,
  quote,
} from "./cell-checks";
import type { ConversationColumn } from "./conversation-columns";
import { doneAt } from "./done-at";
import type { Cells } from "./heading";

/** What the rows of a conversations file are checked against. */
type ConversationChecks = {
  /** Every stage by its name's key. */
  stageIds: ReadonlyMap<string, number>;
  /** How the stages are called, in order, for the sentence that says which there are. */
  stageNames: readonly string[];
  currencyDigits: number;
  decimalComma: boolean;
  timeZone: string;
  now: Date;
};

/** A row that stands on its own, as it is staged; names are not resolved yet, except the stage. */
type ConversationRow = {
  reference: string | null;
  customer: string;
  customer_key: string;
  occurred_at: Date;
  date_only: boolean;
  local_date: LocalDate;
  employee: string | null;
  employee_key: string | null;
  stage_id: number | null;
  deal: string | null;
  deal_key: string | null;
  amount: string | null;
  topic: string | null;
  topic_key: string | null;
  channel: string | null;
  channel_key: string | null;
  contact: string | null;
  contact_key: string | null;
  note: string;
  follow_up_on: LocalDate | null;
  /** Null: the file does not say. */
  completed: boolean | null;
  completed_at: Date | null;
  duration_minutes: number | null;
};

const keyOf = (name: string | null) => (name === null ? null : nameKey(name));

function checkMoment(cell: string | undefined, { timeZone, now }: ConversationChecks, complain: Complain) {
  if (!cell) {
    complain("date", "The date is missing.");
    return undefined;
  }
  const moment = parseMoment(cell, timeZone);
  const localDate = moment ? localDateOf(moment.at, timeZone) : cell.slice(0, 10);
  if (isBefore1900(localDate)) complain("date", `${quote(cell)} is before 1900.`);
  else if (isAfter2999(localDate)) complain("date", `${quote(cell)} is after 2999.`);
  else if (!moment)
    complain("date", `${quote(cell)} is no date; write it as 2026-03-01 or 2026-03-01T09:30.`);
  else if (isTooFarAhead(moment.at, now))
    complain("date", `${quote(cell)} lies more than a day ahead; plans belong in follow_up_on.`);
  return moment && { ...moment, localDate };
}

function checkStage(cells: Cells<ConversationColumn>, checks: ConversationChecks, complain: Complain) {
  const { stage, deal, amount } = cells;
  if (!stage) {
    if (deal) complain("deal", "A deal needs a stage.");
    if (amount) complain("amount", "An amount needs a stage.");
    return null;
  }
  const id = checks.stageIds.get(nameKey(stage));
  if (id === undefined)
    complain("stage", `No stage is called ${quote(stage)}. There are: ${checks.stageNames.join(", ")}.`);
  return id ?? null;
}

function checkAmount(cell: string | undefined, checks: ConversationChecks, complain: Complain) {
  if (!cell) return null;
  const { currencyDigits: digits, decimalComma } = checks;
  const amount = parseAmount(cell, digits, { decimalComma });
  if (amount !== undefined) return amount;
  if (/^\d+([.,]\d*)?$/.test(cell) && Number.parseFloat(cell) >= 10 ** maxAmountDigits) {
    complain(
      "amount",
      `${quote(cell)} is too large: an amount has at most ${maxAmountDigits} digits before its decimals.`,
    );
    return null;
  }
  const mark = decimalComma ? "a decimal point or comma" : "a decimal point";
  const form = digits === 0 ? "digits only" : `digits with ${mark} and at most ${digits} after it`;
  complain("amount", `${quote(cell)} is no amount: ${form}, without sign, blanks or thousands separators.`);
  return null;
}

function checkDuration(cell: string | undefined, complain: Complain): number | null {
  if (!cell) return null;
  const minutes = /^\d{1,6}$/.test(cell) ? Number(cell) : Number.NaN;
  if (minutes <= longest.minutes) return minutes;
  complain("duration_minutes", `${quote(cell)} is no number of whole minutes from 0 to ${longest.minutes}.`);
  return null;
}

/**
 * Checks one row of a conversations file as far as it can be judged on its own.
 *
 * @returns the row, or everything that is wrong with it.
 */
export function checkConversationRow(
  cells: Cells<ConversationColumn>,
  checks: ConversationChecks,
): ConversationRow | Problem[] {
  const problems: Problem[] = [];
  const complain: Complain = (column, reason) => problems.push({ column, reason });
  const text = (column: ConversationColumn, most: number) => checkText(column, cells[column], most, complain);

  const customer = text("customer", longest.name);
  if (customer === null) complain("customer", "The customer is missing.");
  const moment = checkMoment(cells.date, checks, complain);
  const employee = text("employee", longest.name);
  const stageId = checkStage(cells, checks, complain);
  const deal = text("deal", longest.name);
  const amount = checkAmount(cells.amount, checks, complain);
  const topic = text("about", longest.name);
  const channel = text("how", longest.name);
  const contact = text("with_whom", longest.name);
  const note = checkText("note", withLineFeeds(cells.note ?? ""), longest.note, complain) ?? "";
  const followUpOn = checkDay("follow_up_on", cells.follow_up_on, complain);
  const completed = checkYesNo("completed", cells.completed, complain);
  const duration = checkDuration(cells.duration_minutes, complain);
  const reference = text("reference", longest.reference);
  checkStorable(cells, complain);
  if (problems.length > 0 || customer === null || moment === undefined) return problems;

  return {
    reference,
    customer,
    customer_key: nameKey(customer),
    occurred_at: moment.at,
    date_only: moment.dateOnly,
    local_date: moment.localDate,
    employee,
    employee_key: keyOf(employee),
    stage_id: stageId,
    deal,
    deal_key: keyOf(deal),
    amount,
    topic,
    topic_key: keyOf(topic),
    channel,
    channel_key: keyOf(channel),
    contact,
    contact_key: keyOf(contact),
    note,
    follow_up_on: followUpOn,
    completed,
    completed_at: completed ? doneAt(moment.at, followUpOn, checks.timeZone, checks.now) : null,
    duration_minutes: duration,
  };
}
