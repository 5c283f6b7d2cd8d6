/** Viewers read; members also log and correct their own; admins also change settings, import and export. */
export const roles = ["admin", "member", "viewer"] as const;

export type Role = (typeof roles)[number];
