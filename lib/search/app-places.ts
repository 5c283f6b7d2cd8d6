import type { Actor } from "@/lib/pipeline/permissions";
import { mayAdminister, mayLog } from "@/lib/pipeline/permissions";

/** A page one can go to or something one can do, found by its name and by other words for it. */
type AppPlace = {
  kind: "page" | "action";
  title: string;
  href: `/${string}`;
  /** What else one might call it. */
  also: string;
  /** Where it is. */
  hint: string;
  isFor: (actor: Actor) => boolean;
};

const anybody = () => true;
const page = (title: string, href: AppPlace["href"], also: string): AppPlace => ({
  kind: "page",
  title,
  href,
  also,
  hint: "",
  isFor: anybody,
});
const setting = (title: string, href: AppPlace["href"], also: string): AppPlace => ({
  ...page(title, href, also),
  hint: "Settings",
  isFor: mayAdminister,
});

/** The pages and actions that the search over everything knows, in the order it offers them. */
export const appPlaces: readonly AppPlace[] = [
  {
    kind: "action",
    title: "Log a conversation",
    href: "/log",
    also: "new add call visit note conversation",
    hint: "",
    isFor: mayLog,
  },
  {
    kind: "action",
    title: "Add a customer",
    href: "/customers/new",
    also: "new customer create company account",
    hint: "",
    isFor: mayLog,
  },
  {
    kind: "action",
    title: "Invite a member",
    href: "/settings/members/invite",
    also: "add user person team colleague",
    hint: "Settings",
    isFor: mayAdminister,
  },
  {
    kind: "action",
    title: "Add a stage",
    href: "/settings/pipeline/new",
    also: "new stage create step",
    hint: "Settings",
    isFor: mayAdminister,
  },
  page("Overview", "/", "dashboard home figures won lost"),
  page("Stages", "/stages", "grid pipeline list"),
  page("Board", "/stages?view=board", "kanban cards stages pipeline"),
  page("Analysis", "/analysis", "funnel conversations time in stage report"),
  page("Customers", "/customers", "companies accounts contacts"),
  page("Possible duplicates", "/customers/duplicates", "customers that are one merge"),
  page("Follow-ups", "/follow-ups", "due overdue quiet reminders tasks"),
  page("Kept and missed", "/follow-ups/statistics", "follow-ups statistics promises late"),
  page("Your profile", "/profile", "name appearance dark light password sessions browsers keyboard defaults"),
  page("Deals in the pipeline", "/deals", "open opportunities"),
  setting("Team", "/settings/team", "name currency time zone locale numbers dates first day of the week"),
  setting("Pipeline", "/settings/pipeline", "stages order outcome colours merge archive"),
  setting("Topics and channels", "/settings/topics", "about how"),
  setting("Members", "/settings/members", "team people users roles invitations"),
  setting("Shared links", "/settings/shared-links", "share public extend revoke views"),
  setting("API", "/settings/api", "tokens"),
  setting("Audit log", "/settings/audit", "history changes who when export"),
];
