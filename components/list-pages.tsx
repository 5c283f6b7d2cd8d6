import { type AddressParams, pageAddress } from "@/lib/page-address";
import { ButtonLink } from "./button-link";

type ListPagesProps = {
  /** The list's address; its `cursor` is where a page begins. */
  address: { path: string; params: AddressParams };
  isFirst: boolean;
  /** Where the next page begins; null on the last one. */
  next: string | null;
  /** Rows of a page, in words. */
  pageSize: string;
};

/** The way to a list's next rows and back to its first ones. */
export function ListPages({ address, isFirst, next, pageSize }: ListPagesProps) {
  const { path, params } = address;
  if (isFirst && next === null) return null;
  return (
    <nav aria-label="Pages" className="flex justify-between gap-2 print:hidden">
      {isFirst ? (
        <span />
      ) : (
        <ButtonLink href={pageAddress(path, { ...params, cursor: null })}>First page</ButtonLink>
      )}
      {next === null ? (
        <span />
      ) : (
        <ButtonLink href={pageAddress(path, { ...params, cursor: next })}>Next {pageSize}</ButtonLink>
      )}
    </nav>
  );
}
