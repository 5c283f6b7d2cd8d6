import { Share2 } from "lucide-react";
import { ButtonLink } from "@/components/button-link";
import type { ShareView } from "@/db/schema";
import { type AddressParams, pageAddress } from "@/lib/page-address";

type ShareButtonProps = { view: ShareView; params: AddressParams };

/** The way to a link by which others see this very view. */
export function ShareButton({ view, params }: ShareButtonProps) {
  return (
    <ButtonLink
      href={pageAddress("/share-links/new", { of: view, ...params, cursor: null })}
      variant="quiet"
      className="max-sm:min-w-11 max-sm:px-0"
    >
      <Share2 aria-hidden="true" className="size-4" />
      <span className="max-sm:sr-only">Share</span>
    </ButtonLink>
  );
}
