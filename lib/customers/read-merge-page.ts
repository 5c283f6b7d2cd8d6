import type { Database } from "@/db/client";
import { findCustomers } from "@/db/queries/customer-choices";
import { countOfCustomer } from "@/db/queries/customer-merges";
import { type Customer, getCustomer } from "@/db/queries/customers";
import { listDuplicates } from "@/db/queries/duplicate-customers";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";

const choicesShown = 10;

type Asked = { search: string; otherId: number | undefined };

async function choiceOf(db: Database, id: number, { count, date }: TeamFormats) {
  const customer = await getCustomer(db, id);
  if (!customer || customer.mergedIntoId !== null) return undefined;
  const { conversations, deals } = await countOfCustomer(db, id);
  const facts = [
    customer.archivedAt ? "Archived" : "",
    customer.openedOn ? `Account opened ${date(customer.openedOn)}` : "",
    `${count(conversations)} ${plural(conversations, "conversation", "conversations")}`,
    `${count(deals)} ${plural(deals, "deal", "deals")}`,
  ];
  return { id, name: customer.name, facts: facts.filter(Boolean).join(", ") };
}

/** A customer and the one it may be merged with, or the customers to choose from. */
export async function readMergePage(
  db: Database,
  { id }: Customer,
  { search, otherId }: Asked,
  formats: TeamFormats,
) {
  const customer = await choiceOf(db, id, formats);
  if (!customer) throw new Error(`The customer ${id} is one that stands by itself.`);
  const other = otherId === undefined || otherId === id ? undefined : await choiceOf(db, otherId, formats);
  if (other) return { customer, other, choices: [] };
  const ids =
    search.trim() === ""
      ? (await listDuplicates(db, { ofId: id, limit: choicesShown })).map((pair) => pair.otherId)
      : await findCustomers(db, { search, limit: choicesShown + 1 });
  const choices = await Promise.all(
    ids.filter((each) => each !== id).map((each) => choiceOf(db, each, formats)),
  );
  return { customer, other: undefined, choices: choices.filter((choice) => choice !== undefined) };
}
