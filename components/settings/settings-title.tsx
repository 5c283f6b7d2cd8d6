"use client";

import { usePathname } from "next/navigation";
import { settingsPlace } from "./settings-sections";

/** “Settings” above each of their pages; who only hears it is told which one: the framework announces a new heading. */
export function SettingsTitle() {
  const place = settingsPlace(usePathname());
  return <>Settings{place ? <span className="sr-only">: {place}</span> : null}</>;
}
