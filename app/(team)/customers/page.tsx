import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/button-link";
import { ChoiceBar } from "@/components/choice-bar";
import { CursorNotice } from "@/components/cursor-notice";
import { CustomerRows } from "@/components/customers/customer-rows";
import { CustomerSearch } from "@/components/customers/customer-search";
import { NoCustomers } from "@/components/customers/no-customers";
import { FilterFacts } from "@/components/filters/filter-facts";
import { ListPages } from "@/components/list-pages";
import { PageHeader } from "@/components/page-header";
import { TextLink } from "@/components/text-link";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { customerPageSize, readCustomerList } from "@/lib/customers/read-customer-list";
import { plural } from "@/lib/format/plural";
import { teamFormats } from "@/lib/format/team-formats";
import { openList } from "@/lib/lists/open-list";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister, mayLog } from "@/lib/pipeline/permissions";
import { oneParam, type SearchParams } from "@/lib/search-params";

export const metadata: Metadata = { title: "Customers" };

/** The customers by name, searched as one types. */
export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member, team, today } = await requireMember();
  const params = await searchParams;
  await openList(db, { list: "/customers", params, memberId: member.id });
  const list = await readCustomerList(db, params, today);
  const { search, archived, items, found, foundElsewhere } = list;
  const formats = teamFormats(team);
  const total = `${formats.count(found)} ${plural(found, "customer", "customers")}`;
  const mayAdd = mayLog(member);
  return (
    <>
      <PageHeader
        title="Customers"
        lead="By name: where each stands, and when you last spoke"
        actions={
          mayAdd ? (
            <ButtonLink variant="primary" href={pageAddress("/customers/new")}>
              <Plus aria-hidden="true" className="size-4" />
              <span>
                Add<span className="max-sm:sr-only"> a customer</span>
              </span>
            </ButtonLink>
          ) : null
        }
      />
      <section aria-label="Search" className="flex flex-wrap items-center gap-2">
        <CustomerSearch search={search} archived={archived} />
        <FilterFacts
          className="hidden print:flex"
          facts={[
            ...(archived ? [{ label: "Which", value: "Archived" }] : []),
            ...(search ? [{ label: "Search", value: search }] : []),
          ]}
        />
        <p role="status" className="figures px-1 text-muted">
          {total}
        </p>
        <div className="ml-auto">
          <ChoiceBar
            label="Which customers"
            choices={[
              { label: "Active", href: pageAddress("/customers", { search }), isOn: !archived },
              {
                label: "Archived",
                href: pageAddress("/customers", { search, archived: "yes" }),
                isOn: archived,
              },
            ]}
          />
        </div>
      </section>
      <CursorNotice asked={oneParam(params, "cursor")} isFirst={list.isFirst} />
      <ListPages
        address={{ path: "/customers", params: { search, archived: archived ? "yes" : null } }}
        isFirst={list.isFirst}
        next={list.next}
        pageSize={formats.count(customerPageSize)}
        shown={formats.count(items.length)}
        total={total}
      >
        {items.length > 0 ? (
          <CustomerRows rows={items} formats={formats} />
        ) : (
          <NoCustomers
            search={search}
            archived={archived}
            foundElsewhere={foundElsewhere}
            mayAdd={mayAdd}
            mayImport={mayAdminister(member)}
          />
        )}
        {mayAdminister(member) ? (
          <p className="print:hidden">
            <TextLink href={pageAddress("/customers/duplicates")}>Find duplicates</TextLink>
          </p>
        ) : null}
      </ListPages>
    </>
  );
}
