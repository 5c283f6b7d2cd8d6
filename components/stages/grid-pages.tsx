import { ButtonLink } from "@/components/button-link";
import { type AddressParams, pageAddress } from "@/lib/page-address";

type GridPagesProps = { params: AddressParams; isFirst: boolean; next: string | null; pageSize: string };

/** The way to the next rows and back to the first ones. */
export function GridPages({ params, isFirst, next, pageSize }: GridPagesProps) {
  if (isFirst && next === null) return null;
  return (
    <nav aria-label="Pages" className="flex justify-between gap-2">
      {isFirst ? (
        <span />
      ) : (
        <ButtonLink href={pageAddress("/stages", { ...params, cursor: null })}>First page</ButtonLink>
      )}
      {next === null ? (
        <span />
      ) : (
        <ButtonLink href={pageAddress("/stages", { ...params, cursor: next })} prefetch={false}>
          Next {pageSize}
        </ButtonLink>
      )}
    </nav>
  );
}
