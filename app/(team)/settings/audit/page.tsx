import type { Metadata } from "next";
import { buttonClass } from "@/components/button-class";
import { CursorNotice } from "@/components/cursor-notice";
import { EmptyState } from "@/components/empty-state";
import { ListPages } from "@/components/list-pages";
import { Notice } from "@/components/notice";
import { AdminsOnly } from "@/components/settings/admins-only";
import { AuditFilterForm } from "@/components/settings/audit-filter";
import { AuditList } from "@/components/settings/audit-list";
import { SectionHeading } from "@/components/settings/section-heading";
import { db } from "@/db/client";
import { listAuditChoices, listAuditEntries } from "@/db/queries/audit-entries";
import { auditChanges } from "@/lib/audit/audit-changes";
import { auditParameters, readAuditFilter } from "@/lib/audit/audit-params";
import { auditSentence } from "@/lib/audit/audit-sentence";
import { readAuditWords } from "@/lib/audit/audit-words";
import { requireMember } from "@/lib/auth/require-member";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { keysetPage } from "@/lib/keyset-cursor";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";
import { oneParam, pickParams, type SearchParams } from "@/lib/search-params";

export const metadata: Metadata = { title: "Audit log" };

const pageSize = 50;

/** Who changed what of the settings, people, customers and imports, and when: before and after. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member, team } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const asked = await searchParams;
  const params = pickParams(asked, auditParameters);
  const { filter, problems } = readAuditFilter(params, team.timeZone);
  const cursor = oneParam(asked, "cursor");
  const beforeId = recordId(cursor) ?? null;
  const [found, choices] = await Promise.all([
    listAuditEntries(db, { ...filter, isOnceAMerge: true }, { beforeId, limit: pageSize + 1 }),
    listAuditChoices(db),
  ]);
  const { items: shown, next } = keysetPage(found, pageSize, ({ id }) => String(id));
  const words = await readAuditWords(db, shown, team);
  return (
    <>
      <SectionHeading
        title="Audit log"
        lead="Who changed settings, people, customers and imports, and when. Conversations keep their own history."
        action={
          <a href={pageAddress("/settings/audit/export", params)} download className={buttonClass()}>
            Export as CSV
          </a>
        }
      />
      <AuditFilterForm params={params} choices={choices} />
      {problems.length > 0 ? <Notice>{problems.join(" ")}</Notice> : null}
      <CursorNotice asked={cursor} isFirst={beforeId === null} />
      <ListPages
        address={{ path: "/settings/audit", params }}
        isFirst={beforeId === null}
        next={next}
        pageSize={words.formats.count(pageSize)}
        shown={words.formats.count(shown.length)}
        total={null}
      >
        {shown.length === 0 ? (
          <EmptyState title="Nothing was found">
            <p className="text-muted">No change in the log fits this. Ask for less, or clear the filter.</p>
          </EmptyState>
        ) : (
          <AuditList
            entries={shown.map((entry) => ({
              id: entry.id,
              when: dayAndTime(entry.at, team.timeZone, words.formats),
              sentence: auditSentence(entry, words),
              changes: auditChanges(entry, words),
            }))}
          />
        )}
      </ListPages>
    </>
  );
}
