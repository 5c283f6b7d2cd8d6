import { Archive, ArchiveRestore, Merge, Pencil, PenLine } from "lucide-react";
import { ButtonLink } from "@/components/button-link";
import type { Customer } from "@/db/queries/customers";
import { archiveCustomerAction, restoreCustomerAction } from "@/lib/actions/customers";
import { customerAddress } from "@/lib/customers/customer-address";
import { pageAddress } from "@/lib/page-address";
import { SeenButton } from "./seen-button";

const first = "max-sm:order-first max-sm:w-full";

/** What one does with a customer; with one that is archived, which takes no conversation, first of all restore it. */
export function CustomerActions({ customer, mayMerge }: { customer: Customer; mayMerge: boolean }) {
  const { id, version, archivedAt } = customer;
  return (
    <div className="flex flex-wrap items-center gap-2 max-sm:w-full">
      {archivedAt ? (
        <SeenButton
          action={restoreCustomerAction}
          id={id}
          version={version}
          variant="primary"
          className={first}
        >
          <ArchiveRestore aria-hidden="true" className="size-4" />
          Restore
        </SeenButton>
      ) : (
        <ButtonLink variant="primary" href={pageAddress("/log", { customer: String(id) })} className={first}>
          <PenLine aria-hidden="true" className="size-4" />
          Log a conversation
        </ButtonLink>
      )}
      <ButtonLink href={pageAddress(`${customerAddress(id)}/edit`)} className="max-sm:flex-1">
        <Pencil aria-hidden="true" className="size-4 text-muted" />
        Edit
      </ButtonLink>
      {mayMerge ? (
        <ButtonLink href={pageAddress(`${customerAddress(id)}/merge`)} className="max-sm:flex-1">
          <Merge aria-hidden="true" className="size-4 text-muted" />
          Merge
        </ButtonLink>
      ) : null}
      {archivedAt ? null : (
        <SeenButton action={archiveCustomerAction} id={id} version={version} className="max-sm:flex-1">
          <Archive aria-hidden="true" className="size-4 text-muted" />
          Archive
        </SeenButton>
      )}
    </div>
  );
}
