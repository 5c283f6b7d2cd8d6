import type { ReactNode } from "react";
import { type AddressParams, pageAddress } from "@/lib/page-address";
import { ButtonLink } from "./button-link";
import { KeepsPlace } from "./keeps-place";
import { PageLinks } from "./page-links";

type ListPagesProps = {
  /** The list's address; its `cursor` is where a page begins. */
  address: { path: string; params: AddressParams };
  isFirst: boolean;
  /** What the address says of the first page, where it is not just that it says nothing. */
  first?: string;
  /** Where the next page begins; null on the last one. */
  next: string | null;
  /** Rows of a page, in words. */
  pageSize: string;
  /** Rows of this page and of all, in words, for paper; null where all were not counted. */
  shown: string;
  total: string | null;
  /** The rows. */
  children?: ReactNode;
};

/** What is said of the rows that are on other pages. */
function whichRows({ isFirst, shown, total }: ListPagesProps): string {
  const rows = total === null ? shown : `${shown} of ${total}`;
  return isFirst
    ? `The first ${rows}; the others are on the next pages.`
    : `${rows}; the others are on other pages.`;
}

/**
 * A list's rows with the way to the next ones and back to the first ones. That there are others is said before them, on
 * paper and to who went to another page: there the focus goes, and is seen by whoever uses the keyboard.
 */
export function ListPages(props: ListPagesProps) {
  const { address, isFirst, first, next, pageSize, children } = props;
  const { path, params } = address;
  const hasOthers = !isFirst || next !== null;
  return (
    <>
      {hasOthers ? (
        <p
          id="rows"
          tabIndex={-1}
          className="figures sr-only text-muted focus-visible:not-sr-only print:not-sr-only"
        >
          {whichRows(props)}
        </p>
      ) : null}
      {children}
      <KeepsPlace />
      {hasOthers ? (
        <PageLinks page={next} startsAt="rows">
          {isFirst ? (
            <span />
          ) : (
            <ButtonLink href={pageAddress(path, { ...params, cursor: first })}>First page</ButtonLink>
          )}
          {next === null ? (
            <span />
          ) : (
            <ButtonLink href={pageAddress(path, { ...params, cursor: next })}>Next {pageSize}</ButtonLink>
          )}
        </PageLinks>
      ) : null}
    </>
  );
}
