"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useLayoutEffect } from "react";

type Place = {
  scrolledTo?: number;
  /** Which of the links to this address it was. */
  leftBy?: { href: string; nth: number };
};

const placeHere = () => (history.state as { place?: Place } | null)?.place ?? {};

/** Beside what the framework keeps of this entry of the history. */
const keepPlace = (place: Place) => history.replaceState({ ...history.state, place }, "");

/** Without what a jump within the page adds. */
const addressHere = () => location.pathname + location.search;

const linksTo = (href: string) => [
  ...document.querySelectorAll<HTMLElement>(`main a[href="${CSS.escape(href)}"]`),
];

const restMs = 150;

function PlaceKeeper() {
  useLayoutEffect(() => {
    const { scrolledTo, leftBy } = placeHere();
    if (scrolledTo !== undefined) scrollTo(0, scrolledTo);
    const link = leftBy && linksTo(leftBy.href)[leftBy.nth];
    if (link && document.activeElement === document.body) link.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    const address = addressHere();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // While another page is on its way, the history may be at it already.
    const isHere = () => addressHere() === address;
    function onScroll() {
      clearTimeout(timer);
      timer = setTimeout(() => isHere() && keepPlace({ scrolledTo: scrollY }), restMs);
    }
    function onClick({ target }: MouseEvent) {
      const link = target instanceof Element && target.closest<HTMLElement>("main a[href]");
      if (!link || !isHere()) return;
      // What was scrolled a moment ago is told with it.
      clearTimeout(timer);
      const href = link.getAttribute("href") ?? "";
      keepPlace({ scrolledTo: scrollY, leftBy: { href, nth: linksTo(href).indexOf(link) } });
    }
    addEventListener("scroll", onScroll);
    document.addEventListener("click", onClick, true);
    return () => {
      clearTimeout(timer);
      removeEventListener("scroll", onScroll);
      document.removeEventListener("click", onClick, true);
    };
  }, []);

  return null;
}

/**
 * Lets whoever goes back to a page come to where they were in it, and to the link they left it by. A browser does so
 * for a page that is still there; one that is fetched anew, as after every act, is too short at that moment.
 */
export function KeepsPlace() {
  const address = `${usePathname()}?${useSearchParams()}`;
  return <PlaceKeeper key={address} />;
}
