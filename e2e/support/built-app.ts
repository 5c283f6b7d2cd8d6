import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "@/scripts/project-root.mjs";

/**
 * A server action of the build: what its id stands for, and the pages that can send it. `isOwn`: it changes
 * nothing but what is the sender's own, so whoever is signed in may send it, a viewer too.
 */
export type BuiltAction = {
  id: string;
  name: string;
  pages: string[];
  isEntrance: boolean;
  isOwn: boolean;
};

/** A page or route of the build. */
type BuiltRoute = { path: string; kind: "page" | "route"; isEntrance: boolean };

type ActionManifest = {
  node: Record<string, { workers: Record<string, unknown>; exportedName: string; filename: string }>;
};

const teamFolder = "/(team)/";

function read<Manifest>(name: string): Manifest {
  return JSON.parse(readFileSync(join(projectRoot, ".next", "server", name), "utf8")) as Manifest;
}

/**
 * The rule by which this app is open to strangers: its entrances (signing in, setting up, an invitation, a
 * shared link, the API, which asks for a token) are all that lies outside app/(team). An action is an entrance's when no page
 * of the team's can send it.
 */
function isEntrance(path: string): boolean {
  return !path.includes(teamFolder);
}

/** Every server action that the build under test answers to. */
export function builtActions(): BuiltAction[] {
  const { node } = read<ActionManifest>("server-reference-manifest.json");
  return Object.entries(node).map(([id, { workers, exportedName, filename }]) => {
    const pages = Object.keys(workers).map((worker) => worker.replace(/^app(?=\/)/, ""));
    const isOwn = pages.every((page) => page.startsWith("/(team)/profile/"));
    const name = `${exportedName} of ${filename}`;
    return { id, name, pages, isEntrance: pages.every(isEntrance), isOwn };
  });
}

/** Every page and route that the build under test answers to. */
export function builtRoutes(): BuiltRoute[] {
  return Object.keys(read<Record<string, string>>("app-paths-manifest.json"))
    .filter((path) => !path.startsWith("/_"))
    .map((path) => ({
      path,
      kind: path.endsWith("/route") ? "route" : "page",
      isEntrance: isEntrance(path),
    }));
}

/**
 * The address of a page or route of a build, such as `/(team)/customers/[id]/page`.
 *
 * @param ids what stands for each variable part, by the part before it: `{ customers: 7 }`.
 */
export function addressOf(path: string, ids: Record<string, string | number>): string {
  const parts = path.split("/").filter((part) => part !== "" && !/^\(.*\)$/.test(part));
  const named = parts.slice(0, -1).map((part, index, all) => {
    if (!part.startsWith("[")) return part;
    const id = ids[all[index - 1] ?? ""];
    if (id === undefined) throw new Error(`Say what stands for ${part} in ${path}.`);
    return String(id);
  });
  return `/${named.join("/")}`;
}
