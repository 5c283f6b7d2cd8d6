import { Pencil, Plus } from "lucide-react";
import type { Route } from "next";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { Card } from "@/components/tremor/card";
import type { Contact } from "@/db/queries/customers";
import { customerAddress } from "@/lib/customers/customer-address";
import type { TeamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { ContactLinks } from "./contact-links";
import { ShowAll } from "./show-all";

type ContactListProps = {
  customerId: number;
  contacts: readonly Contact[];
  /** The page's address with all of them; undefined: they show already. */
  all: Route | undefined;
  formats: TeamFormats;
  mayEdit: boolean;
};

const shownAtFirst = 20;

const small =
  "touch-target relative inline-flex min-h-8 min-w-8 pointer-coarse:min-w-11 shrink-0 items-center justify-center gap-1 print:hidden rounded-control px-2 font-medium text-muted hover:bg-surface-hover hover:text-text";

/** Whom one speaks with at the customer; of very many the first by name. */
export function ContactList({ customerId, contacts, all, formats, mayEdit }: ContactListProps) {
  const shown = all === undefined ? contacts : contacts.slice(0, shownAtFirst);
  const address = `${customerAddress(customerId)}/contacts`;
  return (
    <Card className="flex flex-col p-0">
      <div className="flex items-center justify-between gap-2 py-2 pr-2 pl-4">
        <h2 className="font-semibold">Contacts</h2>
        {mayEdit ? (
          <Link href={pageAddress(`${address}/new`)} className={small}>
            <Plus aria-hidden="true" className="size-4" />
            Add<span className="sr-only"> a contact</span>
            <LinkPending />
          </Link>
        ) : null}
      </div>
      {contacts.length === 0 ? (
        <p className="px-4 pb-4 text-muted">
          Nobody yet. With a name, a number and an address, calling and writing are one tap.
        </p>
      ) : (
        <ul>
          {shown.map(({ id, name, role, phone, email }) => (
            <li key={id} className="flex items-start gap-2 border-border border-t py-2.5 pr-2 pl-4">
              <div className="flex min-w-0 flex-1 flex-col">
                <p>
                  <span className="font-medium">{name}</span>
                  {role ? <span className="text-muted"> · {role}</span> : null}
                </p>
                <ContactLinks
                  customerId={customerId}
                  contactId={id}
                  name={name}
                  phone={phone}
                  email={email}
                />
              </div>
              {mayEdit ? (
                <Link href={pageAddress(`${address}/${id}`)} className={`${small} -my-1.5`}>
                  <Pencil aria-hidden="true" className="size-4" />
                  <span className="sr-only">Edit {name}</span>
                  <LinkPending />
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {all !== undefined && shown.length < contacts.length ? (
        <ShowAll href={all} what={`${formats.count(contacts.length)} contacts`} />
      ) : null}
    </Card>
  );
}
