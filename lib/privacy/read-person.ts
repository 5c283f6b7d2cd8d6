import type { Database } from "@/db/client";
import { getContact } from "@/db/queries/contacts";
import { getCustomer } from "@/db/queries/customers";
import { getMemberName } from "@/db/queries/members";
import { recordId } from "@/lib/record-id";
import type { Person } from "./find-person";

/** The person an address names, and what they are called; undefined when there is none. */
export async function readPerson(
  db: Database,
  { kind, id: idText }: { kind: string; id: string },
): Promise<(Person & { name: string }) | undefined> {
  const id = recordId(idText);
  if (id === undefined) return undefined;
  const name =
    kind === "contact"
      ? (await getContact(db, id))?.name
      : kind === "customer"
        ? (await getCustomer(db, id))?.name
        : kind === "member"
          ? await getMemberName(db, id)
          : undefined;
  return name === undefined ? undefined : { kind: kind as Person["kind"], id, name };
}
