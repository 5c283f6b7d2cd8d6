"use client";

import { usePathname } from "next/navigation";
import { settingsPlace } from "./settings-sections";

/** “Settings” above each of their pages; who only hears it is told which one: the framework announces a new heading. */
export function SettingsTitle() {
  return (
    <>
      Settings<span className="sr-only">: {settingsPlace(usePathname())}</span>
    </>
  );
}
