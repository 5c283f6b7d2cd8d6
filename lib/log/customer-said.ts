import type { Database } from "@/db/client";
import {
  findCustomers,
  findLikelyCustomers,
  getCustomerByKey,
  listCustomerHints,
} from "@/db/queries/customer-choices";
import { getCustomer } from "@/db/queries/customers";
import { getSurvivingCustomer } from "@/db/queries/surviving-customer";
import type { Acting } from "@/lib/acting";
import { addCustomer } from "@/lib/customers/change-customer";
import { findNearCustomers } from "@/lib/customers/near-customers";
import type { TeamFormats } from "@/lib/format/team-formats";
import { cleanName } from "@/lib/pipeline/clean-name";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { longest } from "@/lib/pipeline/longest";
import { nameKey } from "@/lib/pipeline/name-key";
import { recordId } from "@/lib/record-id";
import { RuleError } from "@/lib/rule-error";
import { dueInWords } from "@/lib/wording/due-in-words";
import { inOneLine } from "@/lib/wording/in-one-line";
import { anotherOne, type LogValues } from "./log-values";

/** A customer to choose, and what tells it from others. */
export type CustomerChoice = { id: number; name: string; hint: string; isDue: boolean };

/** How many customers one is likely to log for are offered before anything is typed. */
export const likelyShown = 5;

type Looking = { formats: TeamFormats; today: LocalDate };

async function customerChoices(
  db: Database,
  ids: readonly number[],
  { formats, ...asked }: Looking & { search: string },
): Promise<CustomerChoice[]> {
  const hints = new Map((await listCustomerHints(db, ids, asked)).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = hints.get(id);
    if (!row) return [];
    const due = row.dueOn && dueInWords(row.dueOn, asked.today, formats.date);
    const standing = [row.stage, due].filter(Boolean).join(", ");
    const hint = inOneLine([row.foundContact, standing]);
    return [{ id, name: row.name, hint, isDue: row.dueOn !== null }];
  });
}

/** The ids of the customers a text may mean: what contains it, else whose name is nearly that. */
async function meantCustomers(db: Database, asked: { search: string; limit: number }): Promise<number[]> {
  const found = await findCustomers(db, asked);
  if (found.length > 0) return found;
  const near = await findNearCustomers(db, asked.search);
  return near
    .filter(({ isArchived }) => !isArchived)
    .map(({ id }) => id)
    .slice(0, asked.limit);
}

/** The customers a text may mean; without one those this member is likely to log for next. */
export async function lookUpCustomers(
  db: Database,
  { search, memberId, limit, ...looking }: Looking & { search: string; memberId: number; limit: number },
): Promise<CustomerChoice[]> {
  const ids =
    search.trim() === ""
      ? await findLikelyCustomers(db, { memberId, today: looking.today, limit })
      : await meantCustomers(db, { search, limit });
  return customerChoices(db, ids, { search, ...looking });
}

/**
 * Whom the form means: a customer, a name nobody has yet, several it may be, or what is wrong with it. `namedId`: the
 * one that is named, where that is part of it by a merge.
 */
export type CustomerSaid =
  | { is: "known"; id: number; namedId: number; name: string }
  | { is: "new"; name: string }
  | { is: "one of"; choices: CustomerChoice[] }
  | { is: "wrong"; problem: string };

const choicesShown = 8;

/**
 * Whom the form means. A customer that was chosen counts as long as what is written is its name, or the name it was
 * shown by: of "Acme", chosen without a connection and renamed "Zeta" meanwhile, the entry is Zeta's. Else the one
 * whose name is written, however it is spelled. One that was merged stands for the one it is part of. A name that is
 * only like others', or nearly one, is asked about.
 */
export async function customerSaid(
  db: Database,
  { customer, customerId, shownCustomer, customerChoice }: LogValues,
  { memberId, ...looking }: Looking & { memberId: number },
): Promise<CustomerSaid> {
  const name = cleanName(customer);
  const chosenId = recordId(customerChoice) ?? recordId(customerId);
  const chosen = chosenId === undefined ? undefined : await getCustomer(db, chosenId);
  const isNamed = chosen && [chosen.name, shownCustomer].some((said) => nameKey(said) === nameKey(name));
  const isMeant = recordId(customerChoice) !== undefined || (isNamed && name !== "");
  const meant = isMeant && chosen ? { ...chosen, namedId: chosen.id } : undefined;
  const found = meant ?? (name === "" ? undefined : await getCustomerByKey(db, nameKey(name)));
  const known = found?.archivedAt ? await getSurvivingCustomer(db, found.id) : found;
  if (known?.archivedAt)
    return {
      is: "wrong",
      problem: `“${known.name}” is archived. Restore it first, or choose another customer.`,
    };
  if (known && found) return { is: "known", id: known.id, namedId: found.namedId, name: known.name };
  if (name === "") return { is: "wrong", problem: "Write whom you spoke with: a customer's name." };
  if (name.length > longest.name)
    return { is: "wrong", problem: `A customer's name has at most ${longest.name} characters.` };
  if (customerChoice === anotherOne) return { is: "new", name };
  const choices = await lookUpCustomers(db, { search: name, memberId, limit: choicesShown, ...looking });
  // Added since it was looked for by its name, as by the same entry sent twice at once, it is that one.
  const added = choices.find((choice) => nameKey(choice.name) === nameKey(name));
  if (added) return { is: "known", id: added.id, namedId: added.id, name: added.name };
  return choices.length === 0 ? { is: "new", name } : { is: "one of", choices };
}

/** The id of a customer of that name, made if nobody made it meanwhile. @throws RuleError as adding one. */
export async function customerOfName(
  db: Database,
  { name, openedOn, ...who }: Acting & { name: string; openedOn: LocalDate },
): Promise<number> {
  const known = await getCustomerByKey(db, nameKey(name));
  if (known) return known.id;
  try {
    return await addCustomer(db, { name, openedOn, ...who });
  } catch (error) {
    const quicker = error instanceof RuleError ? await getCustomerByKey(db, nameKey(name)) : undefined;
    if (!quicker) throw error;
    return quicker.id;
  }
}
