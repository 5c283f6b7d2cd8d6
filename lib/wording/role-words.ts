import type { Role } from "@/lib/pipeline/role";

/** What a role is called, with its article, and what it may do. */
export const roleWords: Record<Role, { name: string; withArticle: string; may: string }> = {
  admin: {
    name: "Admin",
    withArticle: "an admin",
    may: "Everything members may, and the settings: pipeline, members, API. Merges customers.",
  },
  member: {
    name: "Member",
    withArticle: "a member",
    may: "Logs conversations, corrects what they hold or recorded, adds customers.",
  },
  viewer: {
    name: "Viewer",
    withArticle: "a viewer",
    may: "Reads everything, changes nothing.",
  },
};
