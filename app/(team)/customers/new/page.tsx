import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { AddCustomerForm } from "@/components/customers/add-customer-form";
import { ReadersOnly } from "@/components/customers/readers-only";
import { PageHeader } from "@/components/page-header";
import { Card } from "@/components/tremor/card";
import { requireMember } from "@/lib/auth/require-member";
import { cutText } from "@/lib/format/cut-text";
import { pageAddress } from "@/lib/page-address";
import { longest } from "@/lib/pipeline/longest";
import { mayLog } from "@/lib/pipeline/permissions";
import { oneParam, type SearchParams } from "@/lib/search-params";

export const metadata: Metadata = { title: "Add a customer" };

/** Adds a customer; a search that found nothing hands its name over. */
export default async function NewCustomerPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member, today } = await requireMember();
  const name = cutText(oneParam(await searchParams, "name"), longest.name);
  return (
    <>
      <BackLink href={pageAddress("/customers")}>Customers</BackLink>
      <PageHeader title="Add a customer" lead="A company or person your team sells to" />
      {mayLog(member) ? (
        <Card className="max-w-lg">
          <AddCustomerForm name={name} today={today} />
        </Card>
      ) : (
        <ReadersOnly />
      )}
    </>
  );
}
