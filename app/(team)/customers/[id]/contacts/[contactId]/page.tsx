import type { Metadata } from "next";
import { cache } from "react";
import { BackLink } from "@/components/back-link";
import { EditContactForm } from "@/components/customers/edit-contact-form";
import { ReadersOnly } from "@/components/customers/readers-only";
import { SeenButton } from "@/components/customers/seen-button";
import { NothingHere } from "@/components/nothing-here";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { PersonLink } from "@/components/privacy/person-link";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { getContact } from "@/db/queries/contacts";
import { getLastErasure } from "@/db/queries/erasures";
import { archiveContactAction } from "@/lib/actions/contacts";
import { requireMember } from "@/lib/auth/require-member";
import { customerAddress } from "@/lib/customers/customer-address";
import { loadCustomer } from "@/lib/customers/load-customer";
import { mayAdminister, mayLog } from "@/lib/pipeline/permissions";
import { recordAt } from "@/lib/record-id";

type EditContactPageProps = { params: Promise<{ id: string; contactId: string }> };

/** Read once for the title and the page; undefined: the customer has no such contact. */
const contactAt = cache(async (customerId: number, idText: string) => {
  const contact = await recordAt(idText, (id) => getContact(db, id));
  return contact?.customerId === customerId ? contact : undefined;
});

export async function generateMetadata({ params }: EditContactPageProps): Promise<Metadata> {
  await requireMember();
  const { id, contactId } = await params;
  const customer = await loadCustomer(db, id);
  const contact = customer && (await contactAt(customer.id, contactId));
  return { title: contact ? `Edit ${contact.name} at ${customer.name}` : "Not found" };
}

/** Changes a contact's facts, or takes the contact out of the lists one chooses from. */
export default async function EditContactPage({ params }: EditContactPageProps) {
  const { member } = await requireMember();
  const { id, contactId } = await params;
  const customer = await loadCustomer(db, id);
  if (!customer) return <NothingHere />;
  const contact = await contactAt(customer.id, contactId);
  if (!contact) return <NothingHere />;
  const erasure = await getLastErasure(db, { kind: "contact", id: contact.id });
  const { archivedAt, ...facts } = contact;
  return (
    <>
      <BackLink href={customerAddress(customer.id)}>{customer.name}</BackLink>
      <PageHeader title="Edit contact" lead={`At ${customer.name}`} />
      {archivedAt ? (
        <Notice>
          {erasure
            ? "This contact’s details were erased, and it is archived for good."
            : "This contact is archived. Add a contact of the same name to take it back."}
        </Notice>
      ) : null}
      {mayLog(member) ? (
        <Card className="max-w-lg">
          <EditContactForm contact={facts} />
        </Card>
      ) : (
        <ReadersOnly />
      )}
      {mayLog(member) && !archivedAt ? (
        <div className="flex max-w-lg flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="text-muted">Left? Archived, what was said with them stays.</p>
          <SeenButton action={archiveContactAction} id={contact.id} version={contact.version}>
            Archive this contact
          </SeenButton>
        </div>
      ) : null}
      {mayAdminister(member) ? <PersonLink kind="contact" id={contact.id} /> : null}
    </>
  );
}
