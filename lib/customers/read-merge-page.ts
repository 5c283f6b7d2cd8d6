import type { Database } from "@/db/client";
import { findCustomers } from "@/db/queries/customer-choices";
import { countOfCustomer } from "@/db/queries/customer-merges";
import { type Customer, getCustomer } from "@/db/queries/customers";
import { listDuplicates } from "@/db/queries/duplicate-customers";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";

const choicesShown = 10;

type Asked = { search: string; otherId: number | undefined };

async function choiceOf(db: Database, customer: Customer, { count, date }: TeamFormats) {
  const { id, name } = customer;
  const { conversations, deals } = await countOfCustomer(db, id);
  const facts = [
    customer.archivedAt ? "Archived" : "",
    customer.openedOn ? `Account opened ${date(customer.openedOn)}` : "",
    `${count(conversations)} ${plural(conversations, "conversation", "conversations")}`,
    `${count(deals)} ${plural(deals, "deal", "deals")}`,
  ];
  return { id, name, facts: facts.filter(Boolean).join(", ") };
}

/** Undefined: there is no such customer, or it is part of another one. */
async function findChoice(db: Database, id: number, formats: TeamFormats) {
  const customer = await getCustomer(db, id);
  return customer?.mergedIntoId === null ? choiceOf(db, customer, formats) : undefined;
}

/** A customer and the one it may be merged with, or the customers to choose from. */
export async function readMergePage(
  db: Database,
  customer: Customer,
  { search, otherId }: Asked,
  formats: TeamFormats,
) {
  const { id } = customer;
  const other = otherId === undefined || otherId === id ? undefined : await findChoice(db, otherId, formats);
  if (other) return { customer: await choiceOf(db, customer, formats), other, choices: [] };
  const ids =
    search.trim() === ""
      ? (await listDuplicates(db, { ofId: id, limit: choicesShown })).map((pair) => pair.otherId)
      : await findCustomers(db, { search, limit: choicesShown + 1 });
  const choices = await Promise.all(
    ids.filter((each) => each !== id).map((each) => findChoice(db, each, formats)),
  );
  return { other: undefined, choices: choices.filter((choice) => choice !== undefined) };
}
