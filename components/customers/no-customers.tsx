import { ButtonLink } from "@/components/button-link";
import { EmptyState } from "@/components/empty-state";
import { ImportCommands } from "@/components/import-commands";
import { TextLink } from "@/components/text-link";
import { plural } from "@/lib/format/plural";
import { pageAddress } from "@/lib/page-address";

type NoCustomersProps = {
  search: string;
  archived: boolean;
  /** How many the same search finds in the other list. */
  foundElsewhere: number;
  mayAdd: boolean;
  mayImport: boolean;
};

function Nobody({ mayAdd, mayImport }: Pick<NoCustomersProps, "mayAdd" | "mayImport">) {
  return (
    <EmptyState title="Your customers appear here">
      <p className="text-muted">
        Each with the stage of its last sales conversation, its contacts and everything that was said.
        {mayAdd ? "" : " Members and admins can add them."}
      </p>
      {mayAdd ? (
        <ButtonLink variant="primary" href="/customers/new" className="self-start">
          Add a customer
        </ButtonLink>
      ) : null}
      {mayImport ? <ImportCommands /> : null}
    </EmptyState>
  );
}

/** Stands in the place of the list when it has no rows: why, and what to do. */
export function NoCustomers(props: NoCustomersProps) {
  const { search, archived, foundElsewhere, mayAdd } = props;
  if (search === "" && archived)
    return (
      <EmptyState title="No customer is archived">
        <p className="text-muted">
          Archive a customer on its page to take it out of the lists one chooses from. Its history and its
          figures stay.
        </p>
      </EmptyState>
    );
  if (search === "" && foundElsewhere === 0) return <Nobody {...props} />;
  const elsewhere = pageAddress("/customers", { search, archived: archived ? null : "yes" });
  return (
    <EmptyState title={search === "" ? "Every customer is archived" : `Nothing found for “${search}”`}>
      {search === "" ? null : (
        <p className="text-muted">
          No {archived ? "archived " : ""}customer has this in its name, nor in a contact's name, e-mail
          address or phone number.
        </p>
      )}
      {foundElsewhere > 0 ? (
        <TextLink href={elsewhere}>
          Show {foundElsewhere} that {plural(foundElsewhere, "is", "are")} {archived ? "not " : ""}archived
        </TextLink>
      ) : null}
      {mayAdd && search !== "" && !archived ? (
        <ButtonLink variant="primary" href={pageAddress("/customers/new", { name: search })}>
          Add “{search}”
        </ButtonLink>
      ) : null}
    </EmptyState>
  );
}
