import NextLink, { type LinkProps } from "next/link";

/**
 * A link within the app, which fetches the page it leads to when it is pressed. Every page is made anew from the
 * log and has nothing to show before that, so fetching ahead only costs: two requests for each link in sight, 10 to 40 a page.
 */
export function Link<RouteType>(props: LinkProps<RouteType>) {
  return <NextLink prefetch={false} {...props} />;
}
