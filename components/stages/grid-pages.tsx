import { ButtonLink } from "@/components/button-link";
import type { ViewAddress } from "@/components/filters/view-address";
import { pageAddress } from "@/lib/page-address";

type GridPagesProps = { address: ViewAddress; isFirst: boolean; next: string | null; pageSize: string };

/** The way to the next rows and back to the first ones. */
export function GridPages({ address, isFirst, next, pageSize }: GridPagesProps) {
  const { path, params } = address;
  if (isFirst && next === null) return null;
  return (
    <nav aria-label="Pages" className="flex justify-between gap-2">
      {isFirst ? (
        <span />
      ) : (
        <ButtonLink href={pageAddress(path, { ...params, cursor: null })}>First page</ButtonLink>
      )}
      {next === null ? (
        <span />
      ) : (
        <ButtonLink href={pageAddress(path, { ...params, cursor: next })} prefetch={false}>
          Next {pageSize}
        </ButtonLink>
      )}
    </nav>
  );
}
