import { type AddressParams, pageAddress } from "@/lib/page-address";
import { ButtonLink } from "./button-link";

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
};

/** What paper says of the rows that are not on it. */
function onPaper({ isFirst, shown, total }: ListPagesProps): string {
  const rows = total === null ? shown : `${shown} of ${total}`;
  return isFirst
    ? `The first ${rows}; the others are on the next pages.`
    : `${rows}; the others are on other pages.`;
}

/** The way to a list's next rows and back to its first ones; on paper, that there are others. */
export function ListPages(props: ListPagesProps) {
  const { address, isFirst, first, next, pageSize } = props;
  const { path, params } = address;
  if (isFirst && next === null) return null;
  return (
    <>
      <p className="figures hidden text-muted print:block">{onPaper(props)}</p>
      <nav aria-label="Pages" className="flex justify-between gap-2 print:hidden">
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
      </nav>
    </>
  );
}
