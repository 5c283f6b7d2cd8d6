import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { EditCustomerForm } from "@/components/customers/edit-customer-form";
import { ReadersOnly } from "@/components/customers/readers-only";
import { NothingHere } from "@/components/nothing-here";
import { PageHeader } from "@/components/page-header";
import { PersonLink } from "@/components/privacy/person-link";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { customerAddress } from "@/lib/customers/customer-address";
import { loadCustomer } from "@/lib/customers/load-customer";
import { mayAdminister, mayLog } from "@/lib/pipeline/permissions";

type EditCustomerPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: EditCustomerPageProps): Promise<Metadata> {
  await requireMember();
  const customer = await loadCustomer(db, (await params).id);
  return { title: customer ? `Edit ${customer.name}` : "Not found" };
}

/** Changes a customer's facts. */
export default async function EditCustomerPage({ params }: EditCustomerPageProps) {
  const { member, today } = await requireMember();
  const customer = await loadCustomer(db, (await params).id);
  if (!customer) return <NothingHere />;
  const { id, version, name, openedOn } = customer;
  return (
    <>
      <BackLink href={customerAddress(id)}>{name}</BackLink>
      <PageHeader title="Edit customer" />
      {mayLog(member) ? (
        <Card className="max-w-lg">
          <EditCustomerForm customer={{ id, version, name, openedOn }} today={today} />
        </Card>
      ) : (
        <ReadersOnly />
      )}
      {mayAdminister(member) ? <PersonLink kind="customer" id={id} /> : null}
    </>
  );
}
