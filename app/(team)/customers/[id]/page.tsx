import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { conversationView } from "@/components/conversations/conversation-view";
import { ArchivedNotice } from "@/components/customers/archived-notice";
import { ContactList } from "@/components/customers/contact-list";
import { CustomerActions } from "@/components/customers/customer-actions";
import { CustomerDue } from "@/components/customers/customer-due";
import { CustomerFacts } from "@/components/customers/customer-facts";
import { CustomerMerges } from "@/components/customers/customer-merges";
import { CustomerTimeline } from "@/components/customers/customer-timeline";
import { DealList } from "@/components/customers/deal-list";
import { KeepsPlace } from "@/components/keeps-place";
import { NothingHere } from "@/components/nothing-here";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { customerAddress } from "@/lib/customers/customer-address";
import { loadCustomer } from "@/lib/customers/load-customer";
import { readCustomerPage } from "@/lib/customers/read-customer-page";
import { teamFormats } from "@/lib/format/team-formats";
import { isJustDone } from "@/lib/is-just-done";
import { pageAddress } from "@/lib/page-address";
import { localDateOf } from "@/lib/pipeline/local-date";
import { mayAdminister, mayLog } from "@/lib/pipeline/permissions";
import { oneParam, type SearchParams } from "@/lib/search-params";

type CustomerPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: CustomerPageProps): Promise<Metadata> {
  await requireMember();
  const customer = await loadCustomer(db, (await params).id);
  return { title: customer?.name ?? "Not found" };
}

/** A customer: facts, contacts, deals, what is due and what was said. */
export default async function CustomerPage({ params, searchParams }: CustomerPageProps) {
  const { member, team, today } = await requireMember();
  const asked = await searchParams;
  const customer = await loadCustomer(db, (await params).id);
  if (!customer) return <NothingHere />;
  const older = oneParam(asked, "older");
  const page = await readCustomerPage(db, customer, today, older);

  const formats = teamFormats(team);
  const { contacts, deals, nextDealOn, due, timeline, merges } = page;
  const mayEdit = mayLog(member);
  const asking = { doneParam: oneParam(asked, "merged"), memberId: member.id, now: new Date() };
  const shows = {
    contacts: oneParam(asked, "contacts") === "all" ? "all" : null,
    deals: oneParam(asked, "deals") === "all" ? "all" : null,
  };
  const withAll = (list: keyof typeof shows) =>
    shows[list] === "all"
      ? undefined
      : pageAddress(customerAddress(customer.id), { ...shows, [list]: "all" });
  return (
    <>
      <BackLink href={pageAddress("/customers")}>Customers</BackLink>
      <PageHeader title={customer.name} />
      {merges.some(({ id, mergedById, mergedAt }) =>
        isJustDone({ key: id, byId: mergedById, at: mergedAt }, asking),
      ) ? (
        <Notice kind="done">Merged. Every figure follows, and it can be undone from this page.</Notice>
      ) : null}
      <ArchivedNotice isArchived={customer.archivedAt !== null}>
        {customer.archivedAt
          ? `Archived on ${formats.date(localDateOf(customer.archivedAt, team.timeZone))}. Its history and its figures stay; the lists one chooses from leave it out.`
          : null}
      </ArchivedNotice>
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <CustomerFacts page={page} formats={formats} />
        {mayEdit ? <CustomerActions customer={customer} mayMerge={mayAdminister(member)} /> : null}
      </div>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-12">
        <div className="flex flex-col gap-4 lg:col-span-4">
          <CustomerDue rows={due} today={today} formats={formats} actor={member} />
          <ContactList
            customerId={customer.id}
            contacts={contacts}
            all={withAll("contacts")}
            formats={formats}
            mayEdit={mayEdit}
          />
          <CustomerMerges
            customerId={customer.id}
            merges={merges}
            formats={formats}
            timeZone={team.timeZone}
            mayUndo={mayAdminister(member)}
          />
        </div>
        <div className="flex flex-col gap-4 lg:col-span-8">
          <DealList deals={deals} nextDealOn={nextDealOn} all={withAll("deals")} formats={formats} />
          <CustomerTimeline
            customer={customer}
            conversations={timeline.items.map((row) =>
              conversationView(row, { formats, actor: member, today }),
            )}
            asked={older}
            isNewest={timeline.isNewest}
            older={timeline.older}
            address={{ path: customerAddress(customer.id), params: shows }}
            mayLog={mayEdit}
          />
        </div>
      </div>
      <KeepsPlace />
    </>
  );
}
