import type { Metadata } from "next";
import { EmptyState } from "@/components/empty-state";
import { fieldClass } from "@/components/field-class";
import { Form } from "@/components/form";
import { GoButton } from "@/components/go-button";
import { KeepsPlace } from "@/components/keeps-place";
import { PageHeader } from "@/components/page-header";
import { FoundGroup } from "@/components/search/found-group";
import { SearchField } from "@/components/search-field";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { type TeamFormats, teamFormats } from "@/lib/format/team-formats";
import { longestSearch } from "@/lib/search/longest-search";
import { type SearchGroup, searchEverything } from "@/lib/search/search-everything";
import { oneParam, type SearchParams } from "@/lib/search-params";

export const metadata: Metadata = { title: "Search" };

const shownOfEach = 25;

function foundInWords(groups: readonly SearchGroup[], count: TeamFormats["count"]): string {
  const shown = count(groups.reduce((sum, { hits }) => sum + hits.length, 0));
  return groups.some(({ isMore }) => isMore) ? `${shown} found are shown; there are more.` : `${shown} found`;
}

/** The search over everything as a page of its own, with more of each kind than its box shows. */
export default async function SearchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member, team } = await requireMember();
  const search = oneParam(await searchParams, "q");
  const formats = teamFormats(team);
  const groups = await searchEverything(db, { search, limit: shownOfEach, actor: member, formats });
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
      <PageHeader
        title="Search"
        lead="Customers, contacts, deals, notes of conversations, stages, the team, pages and actions"
      />
      <Form action="/search" role="search" className="flex gap-2">
        <SearchField
          search={search}
          name="q"
          aria-label="Search everything"
          maxLength={longestSearch}
          autoComplete="off"
          spellCheck={false}
          placeholder="Customer, contact, note, page"
          className={fieldClass}
        />
        <GoButton variant="primary">Search</GoButton>
      </Form>
      <p role="status" className="text-muted empty:sr-only">
        {search === "" ? "" : foundInWords(groups, formats.count)}
      </p>
      {groups.map((group) => (
        <FoundGroup key={group.kind} group={group} shown={formats.count(shownOfEach)} />
      ))}
      {groups.length === 0 ? (
        <EmptyState title="Nothing found">
          <p className="text-muted">
            Nothing is called or says “{search}”. One or two wrong letters in a customer’s or contact’s name
            are forgiven, and missing accents; of a note give whole words, only the last may be cut short.
          </p>
        </EmptyState>
      ) : null}
      <KeepsPlace />
    </div>
  );
}
