import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { AddContactForm } from "@/components/customers/add-contact-form";
import { ReadersOnly } from "@/components/customers/readers-only";
import { NothingHere } from "@/components/nothing-here";
import { PageHeader } from "@/components/page-header";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { customerAddress } from "@/lib/customers/customer-address";
import { loadCustomer } from "@/lib/customers/load-customer";
import { mayLog } from "@/lib/pipeline/permissions";

type NewContactPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: NewContactPageProps): Promise<Metadata> {
  await requireMember();
  const customer = await loadCustomer(db, (await params).id);
  return { title: customer ? `Add a contact at ${customer.name}` : "Not found" };
}

/** Adds a contact to a customer. */
export default async function NewContactPage({ params }: NewContactPageProps) {
  const { member } = await requireMember();
  const customer = await loadCustomer(db, (await params).id);
  if (!customer) return <NothingHere />;
  const { id, name } = customer;
  return (
    <>
      <BackLink href={customerAddress(id)}>{name}</BackLink>
      <PageHeader title="Add a contact" lead={`Somebody you speak with at ${name}`} />
      {mayLog(member) ? (
        <Card className="max-w-lg">
          <AddContactForm customerId={id} />
        </Card>
      ) : (
        <ReadersOnly />
      )}
    </>
  );
}
