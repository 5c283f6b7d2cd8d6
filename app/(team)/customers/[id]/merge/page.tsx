import type { Metadata } from "next";
import { cache } from "react";
import { BackLink } from "@/components/back-link";
import { AdminsMerge } from "@/components/customers/admins-merge";
import { MergeForm } from "@/components/customers/merge-form";
import { OtherCustomers } from "@/components/customers/other-customers";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { GoButton } from "@/components/go-button";
import { NothingHere } from "@/components/nothing-here";
import { PageHeader } from "@/components/page-header";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { customerAddress } from "@/lib/customers/customer-address";
import { loadCustomer } from "@/lib/customers/load-customer";
import { readMergePage } from "@/lib/customers/read-merge-page";
import { teamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";
import { oneParam, type SearchParams } from "@/lib/search-params";

type MergePageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/** Read once for the title and the page: the customer, and for who may merge it what the page shows; undefined: there is none. */
const mergeAt = cache(async (idText: string, search: string, otherText: string) => {
  const { member, team } = await requireMember();
  const customer = await loadCustomer(db, idText);
  if (!customer || !mayAdminister(member)) return customer && { customer, page: undefined };
  const asked = { search, otherId: recordId(otherText) };
  return { customer, page: await readMergePage(db, customer, asked, teamFormats(team)) };
});

async function askedFor({ params, searchParams }: MergePageProps) {
  const asked = await searchParams;
  return mergeAt((await params).id, oneParam(asked, "search"), oneParam(asked, "with"));
}

export async function generateMetadata(props: MergePageProps): Promise<Metadata> {
  const found = await askedFor(props);
  if (!found) return { title: "Not found" };
  const { customer, page } = found;
  return { title: `Merge ${customer.name}${page?.other ? ` with ${page.other.name}` : ""}` };
}

/** Merges a customer with another one: first which, then what that changes. */
export default async function MergePage(props: MergePageProps) {
  const found = await askedFor(props);
  if (!found) return <NothingHere />;
  const { customer, page } = found;
  const address = `${customerAddress(customer.id)}/merge`;
  const search = oneParam(await props.searchParams, "search");
  return (
    <>
      <BackLink href={customerAddress(customer.id)}>{customer.name}</BackLink>
      <PageHeader
        title={page?.other ? `${customer.name} and ${page.other.name}` : `Merge ${customer.name}`}
        lead="Two entries for one customer become one, and the figures follow"
      />
      {!page ? <AdminsMerge /> : null}
      {page?.other ? (
        <>
          <Card className="max-w-2xl">
            <MergeForm customer={page.customer} other={page.other} />
          </Card>
          <p>
            <BackLink href={pageAddress(address)}>Choose another customer</BackLink>
          </p>
        </>
      ) : null}
      {page && !page.other ? (
        <>
          <Form action={pageAddress(address)} className="flex max-w-2xl items-end gap-2">
            <Field
              label="Which customer is it the same as?"
              name="search"
              type="search"
              defaultValue={search}
              autoComplete="off"
              className="flex-1"
            />
            <GoButton className="min-h-10">Search</GoButton>
          </Form>
          <OtherCustomers address={address} search={search} choices={page.choices} />
        </>
      ) : null}
    </>
  );
}
