import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  char,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { plainText } from "@/db/plain-text";
import { outcomes } from "@/lib/pipeline/outcome";
import { roles } from "@/lib/pipeline/role";

// What is stored and why: each table says which part of the log or of the team it is. Instants are
// timestamptz in whole milliseconds (what a browser and JavaScript know), local dates are `date`.

export const outcomeType = pgEnum("outcome", outcomes);
export const roleType = pgEnum("role", roles);

/** What a version of a conversation was saved by. */
export const versionActs = [
  "logged",
  "imported",
  "corrected",
  "deleted",
  "undone",
  "moved",
  "merged",
] as const;
export const versionActType = pgEnum("version_act", versionActs);

export const importKinds = ["stages", "customers", "conversations"] as const;
export const importKindType = pgEnum("import_kind", importKinds);

/** The views a shared link can show. */
export const shareViews = ["overview", "stages", "analysis"] as const;
export const shareViewType = pgEnum("share_view", shareViews);
export type ShareView = (typeof shareViews)[number];

/** How the app looks to a member: as their device says, or always so. */
export const appearances = ["system", "light", "dark"] as const;
export const appearanceType = pgEnum("appearance", appearances);

/** What an admin decided on an entry of a removed member. */
export const quarantineDecisions = ["logged", "discarded"] as const;
export const quarantineDecisionType = pgEnum("quarantine_decision", quarantineDecisions);

/** Whose details were erased on request. */
export const erasedKinds = ["member", "contact", "customer"] as const;
export const erasedKindType = pgEnum("erased_kind", erasedKinds);

const id = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();
const ref = () => bigint({ mode: "number" });
const instant = () => timestamp({ withTimezone: true, precision: 3 });
const createdAt = () => instant().notNull().defaultNow();

/** The one organisation this installation serves: the primary key admits a single row. */
export const team = pgTable(
  "team",
  {
    id: smallint().primaryKey().default(1),
    name: text().notNull(),
    currency: char({ length: 3 }).notNull(),
    /** Digits after the decimal point of the currency: 2 for USD, 0 for JPY, 3 for KWD. */
    currencyDigits: smallint().notNull(),
    /** IANA name. */
    timeZone: text().notNull(),
    /** BCP 47 tag by which numbers, money and dates are written. */
    locale: text().notNull(),
    /** 1 = Monday … 7 = Sunday. */
    firstDayOfWeek: smallint().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    check("team_is_one", sql`${t.id} = 1`),
    check("team_first_day_of_week", sql`${t.firstDayOfWeek} between 1 and 7`),
    check("team_currency", sql`${t.currency} ~ '^[A-Z]{3}$' and ${t.currencyDigits} between 0 and 4`),
  ],
);

/** The one-time code an empty installation asks its first visitor for; its hash goes with the set-up. */
export const setUpCode = pgTable(
  "set_up_code",
  {
    id: smallint().primaryKey().default(1),
    codeHash: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [check("set_up_code_is_one", sql`${t.id} = 1`)],
);

/** A person of the team. Without e-mail and password: someone of imported history, who cannot sign in. */
export const members = pgTable(
  "members",
  {
    id: id(),
    name: text().notNull(),
    nameKey: text().notNull(),
    email: text(),
    role: roleType().notNull(),
    passwordHash: text(),
    appearance: appearanceType().notNull().default("system"),
    /** Whether a single key (`l`, `/`, `g o`) does something; WCAG 2.1.4. */
    singleKeys: boolean().notNull().default(true),
    /** How and about what this member's conversations usually are: chosen in a new log form. */
    defaultChannelId: ref().references(() => channels.id),
    defaultTopicId: ref().references(() => topics.id),
    createdAt: createdAt(),
    lastSeenAt: instant(),
    /** Grows with every change, so that of two who edit the same one the second is told. */
    version: integer().notNull().default(1),
    /** Removed members keep their name on what they recorded, and nothing else. */
    removedAt: instant(),
  },
  (t) => [
    uniqueIndex("members_email").on(sql`lower(${t.email})`),
    index("members_name_key").on(t.nameKey),
    check("members_name", sql`btrim(${t.name}) <> ''`),
    check("members_login", sql`${t.passwordHash} is null or ${t.email} is not null`),
  ],
);

/** A signed-in browser: the cookie holds the token, this row its SHA-256. Gone = signed out. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text().primaryKey(),
    memberId: ref()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    lastSeenAt: instant().notNull().defaultNow(),
    userAgent: text(),
  },
  (t) => [index("sessions_member").on(t.memberId)],
);

/** A one-time, expiring link by which a member who forgot the password sets a new one. */
export const passwordResets = pgTable(
  "password_resets",
  {
    tokenHash: text().primaryKey(),
    memberId: ref()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (t) => [index("password_resets_member").on(t.memberId)],
);

/** A browser a member has signed in with: its cookie holds the key, this row its hash. A new one is told by mail. */
export const knownBrowsers = pgTable(
  "known_browsers",
  {
    keyHash: text().notNull(),
    memberId: ref()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    lastSignInAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.keyHash] })],
);

/** How sending mail went last: the primary key admits a single row. */
export const mailStatus = pgTable(
  "mail_status",
  {
    id: smallint().primaryKey().default(1),
    sentAt: instant(),
    failedAt: instant(),
    /** What the mail server said, or did not. */
    failure: text(),
  },
  (t) => [check("mail_status_is_one", sql`${t.id} = 1`)],
);

/** What a member set a list to when last there, as the address's parameters. */
export const listFilters = pgTable(
  "list_filters",
  {
    memberId: ref()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** The list's address: `/stages`. */
    list: text().notNull(),
    search: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.list] })],
);

/** A browser that logs offline: by its key one knows whose entries it holds, also after its session ended. */
export const devices = pgTable(
  "devices",
  {
    keyHash: text().primaryKey(),
    memberId: ref()
      .notNull()
      .references(() => members.id),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull().defaultNow(),
  },
  (t) => [index("devices_member").on(t.memberId)],
);

/** A sign-in at an OpenID Connect issuer that was linked to a member, through an invitation or from the profile. */
export const identities = pgTable(
  "identities",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    memberId: ref()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    linkedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index("identities_member").on(t.memberId)],
);

/** A one-time, expiring link that an admin hands over; used or revoked it is dead. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    tokenHash: text().notNull().unique(),
    /** Whose name the new member gets; they may write it otherwise. */
    name: text().notNull(),
    role: roleType().notNull(),
    /** Where it was mailed to; none = the admin handed the link over. */
    email: text(),
    /** Somebody of imported history who gets a login; none = a new member. */
    memberId: ref().references(() => members.id),
    invitedById: ref()
      .notNull()
      .references(() => members.id),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    acceptedById: ref().references(() => members.id),
    revokedAt: instant(),
  },
  (t) => [check("invitations_name", sql`btrim(${t.name}) <> ''`)],
);

/** Failed sign-ins per e-mail and per address (both hashed), by which further attempts are backed off. */
export const signInFailures = pgTable("sign_in_failures", {
  keyHash: text().primaryKey(),
  failures: integer().notNull(),
  lastFailedAt: instant().notNull(),
});

/** A read-only token of the API; ends with its maker's removal. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    name: text().notNull(),
    tokenHash: text().notNull().unique(),
    madeById: ref()
      .notNull()
      .references(() => members.id),
    createdAt: createdAt(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [check("api_tokens_name", sql`btrim(${t.name}) <> ''`)],
);

/** A step of the pipeline as it is set today. */
export const stages = pgTable(
  "stages",
  {
    id: id(),
    name: text().notNull(),
    nameKey: text().notNull().unique(),
    /** Place in the pipeline, from 1. */
    position: integer().notNull(),
    outcome: outcomeType().notNull(),
    /** #rrggbb; none = the outcome's own colour. */
    color: text(),
    /** What must be true to be here, shown while logging. */
    guide: text().notNull().default(""),
    /** Days without a conversation after which a deal in this stage is quiet; none = the team's default. */
    quietAfterDays: integer(),
    /** The stage that took over its conversations; it is archived. */
    mergedIntoId: ref().references((): AnyPgColumn => stages.id),
    version: integer().notNull().default(1),
    archivedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    check("stages_name", sql`btrim(${t.name}) <> ''`),
    check("stages_color", sql`${t.color} ~ '^#[0-9a-f]{6}$'`),
    check("stages_quiet_after_days", sql`${t.quietAfterDays} > 0`),
  ],
);

/** Each position and outcome a stage was given, with who and when: the first row is its making. */
export const stageSettings = pgTable(
  "stage_settings",
  {
    id: id(),
    stageId: ref()
      .notNull()
      .references(() => stages.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    outcome: outcomeType().notNull(),
    setAt: createdAt(),
    setById: ref().references(() => members.id),
  },
  (t) => [index("stage_settings_stage").on(t.stageId)],
);

const named = () => ({
  id: id(),
  name: text().notNull(),
  nameKey: text().notNull().unique(),
  position: integer().notNull().default(0),
  version: integer().notNull().default(1),
  archivedAt: instant(),
});

/** How a conversation was held: phone, visit, e-mail. */
export const channels = pgTable("channels", {
  ...named(),
  mergedIntoId: ref().references((): AnyPgColumn => channels.id),
});

/** What a conversation was about. */
export const topics = pgTable("topics", {
  ...named(),
  mergedIntoId: ref().references((): AnyPgColumn => topics.id),
});

/** One run of an import: a batch its rows remember. */
export const imports = pgTable("imports", {
  id: id(),
  kind: importKindType().notNull(),
  fileName: text().notNull(),
  importedById: ref()
    .notNull()
    .references(() => members.id),
  importedAt: createdAt(),
  /** Rows made, skipped, corrected, rejected. */
  report: jsonb().notNull().default({}),
});

/** Names are searched for by parts of them, accents aside: see db/queries/search-match.ts. */
const searchedName = (key: AnyPgColumn) => sql`(${plainText(key)}) gin_trgm_ops`;

export const customers = pgTable(
  "customers",
  {
    id: id(),
    name: text().notNull(),
    nameKey: text().notNull().unique(),
    /** The day its account was opened, if known. */
    openedOn: date(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    createdById: ref().references(() => members.id),
    importId: ref().references(() => imports.id),
    archivedAt: instant(),
    /** The customer it was merged into, where its old address leads; it is archived. */
    mergedIntoId: ref().references((): AnyPgColumn => customers.id),
  },
  (t) => [
    check("customers_name", sql`btrim(${t.name}) <> ''`),
    index("customers_search").using("gin", searchedName(t.nameKey)),
    index("customers_by_name").on(sql`lower(${t.name}) collate "und-x-icu"`, t.id),
  ],
);

/** One customer merged into another: all that is needed to take it back, row by row. */
export const customerMerges = pgTable(
  "customer_merges",
  {
    id: id(),
    fromId: ref()
      .notNull()
      .references(() => customers.id),
    intoId: ref()
      .notNull()
      .references(() => customers.id),
    mergedById: ref()
      .notNull()
      .references(() => members.id),
    mergedAt: createdAt(),
    /** What moved and what it was before: see lib/customers/merge-customers.ts. */
    moved: jsonb().notNull(),
    undoneAt: instant(),
    undoneById: ref().references(() => members.id),
  },
  (t) => [index("customer_merges_from").on(t.fromId), index("customer_merges_into").on(t.intoId)],
);

/** A person at a customer: whom one speaks with. */
export const contacts = pgTable(
  "contacts",
  {
    id: id(),
    customerId: ref()
      .notNull()
      .references(() => customers.id),
    name: text().notNull(),
    nameKey: text().notNull(),
    role: text().notNull().default(""),
    email: text().notNull().default(""),
    phone: text().notNull().default(""),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [
    unique("contacts_of_customer").on(t.customerId, t.nameKey),
    unique("contacts_identity").on(t.id, t.customerId),
    check("contacts_name", sql`btrim(${t.name}) <> ''`),
    index("contacts_search").using(
      "gin",
      searchedName(t.nameKey),
      sql`lower(${t.email}) gin_trgm_ops`,
      sql`regexp_replace(${t.phone}, '\\D', '', 'g') gin_trgm_ops`,
    ),
  ],
);

/** One attempt to sell to one customer. Its state is derived; its name, if any, is its own. */
export const deals = pgTable(
  "deals",
  {
    id: id(),
    customerId: ref()
      .notNull()
      .references(() => customers.id),
    name: text(),
    nameKey: text(),
    createdAt: createdAt(),
    importId: ref().references(() => imports.id),
  },
  (t) => [
    unique("deals_of_customer").on(t.customerId, t.nameKey),
    unique("deals_identity").on(t.id, t.customerId),
    check("deals_name", sql`(${t.name} is null) = (${t.nameKey} is null) and btrim(${t.name}) <> ''`),
    index("deals_search").using("gin", searchedName(t.nameKey)),
  ],
);

/** Reassignments: from this local date the deal is this member's; before, its first conversation's. */
export const dealOwners = pgTable(
  "deal_owners",
  {
    dealId: ref()
      .notNull()
      .references(() => deals.id),
    fromOn: date().notNull(),
    memberId: ref()
      .notNull()
      .references(() => members.id),
    assignedById: ref()
      .notNull()
      .references(() => members.id),
    assignedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.dealId, t.fromOn] })],
);

/** What is said of one contact with a customer: the same columns in the log and in each of its versions. */
const conversationContent = () => ({
  customerId: ref().notNull(),
  occurredAt: instant().notNull(),
  /** A date was given without a time: `occurredAt` is that day's first moment. */
  dateOnly: boolean().notNull(),
  /** The calendar date of `occurredAt` in the team's time zone, computed once in lib/pipeline. */
  localDate: date().notNull(),
  heldById: ref().notNull(),
  channelId: ref(),
  topicId: ref(),
  contactId: ref(),
  note: text().notNull().default(""),
  durationMinutes: integer(),
  stageId: ref(),
  dealId: ref(),
  amount: numeric({ precision: 19, scale: 4 }),
  followUpOn: date(),
  /** The moment somebody ticked it done. */
  completedAt: instant(),
  /** The earlier conversation this one follows up on. */
  followsUpId: ref(),
  deletedAt: instant(),
});

/** The log. `id` is the order of logging: it is given while the customer's row is locked. */
export const conversations = pgTable(
  "conversations",
  {
    id: id(),
    ...conversationContent(),
    version: integer().notNull().default(1),
    recordedById: ref()
      .notNull()
      .references(() => members.id),
    recordedAt: createdAt(),
    /** Made on the device that logged it, so that a repeated sending is recognised. */
    deviceId: uuid().unique(),
    /**
     * The form as it was sent, in a hash: one sent again says the same, one that was changed since does not. Null where
     * there was none, or what it said was erased.
     */
    sentHash: text(),
    deviceRecordedAt: instant(),
    importId: ref().references(() => imports.id),
    /** The row's own name in the system it was imported from. */
    reference: text().unique(),
  },
  (t) => [
    foreignKey({ columns: [t.customerId], foreignColumns: [customers.id] }),
    foreignKey({ columns: [t.heldById], foreignColumns: [members.id] }),
    foreignKey({ columns: [t.channelId], foreignColumns: [channels.id] }),
    foreignKey({ columns: [t.topicId], foreignColumns: [topics.id] }),
    foreignKey({ columns: [t.stageId], foreignColumns: [stages.id] }),
    foreignKey({
      columns: [t.contactId, t.customerId],
      foreignColumns: [contacts.id, contacts.customerId],
      name: "conversations_contact_of_customer",
    }),
    foreignKey({
      columns: [t.dealId, t.customerId],
      foreignColumns: [deals.id, deals.customerId],
      name: "conversations_deal_of_customer",
    }),
    foreignKey({ columns: [t.followsUpId], foreignColumns: [t.id as AnyPgColumn] }),
    check("conversations_sales_has_deal", sql`(${t.stageId} is null) = (${t.dealId} is null)`),
    check("conversations_amount_has_stage", sql`${t.amount} is null or ${t.stageId} is not null`),
    check("conversations_amount", sql`${t.amount} >= 0`),
    check("conversations_duration", sql`${t.durationMinutes} >= 0`),
    index("conversations_customer").on(t.customerId, t.occurredAt, t.id),
    index("conversations_deal").on(t.dealId, t.occurredAt, t.id),
    index("conversations_stage").on(t.stageId, t.localDate),
    index("conversations_local_date").on(t.localDate),
    index("conversations_held_by").on(t.heldById, t.occurredAt, t.id).where(sql`${t.deletedAt} is null`),
    index("conversations_follow_up").on(t.followUpOn).where(sql`${t.followUpOn} is not null`),
    index("conversations_note").using("gin", sql`to_tsvector('simple', ${plainText(t.note)})`),
    index("conversations_follows_up").on(t.followsUpId).where(sql`${t.followsUpId} is not null`),
  ],
);

/** Every save of a conversation, its deletion and its undo: full content, who, when. Never overwritten. */
export const conversationVersions = pgTable(
  "conversation_versions",
  {
    conversationId: ref()
      .notNull()
      .references(() => conversations.id),
    version: integer().notNull(),
    act: versionActType().notNull(),
    savedById: ref()
      .notNull()
      .references(() => members.id),
    savedAt: createdAt(),
    ...conversationContent(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.version] })],
);

/** A reminder moved to a later day; the promise of the conversation stays what it was. */
export const followUpSnoozes = pgTable(
  "follow_up_snoozes",
  {
    id: id(),
    conversationId: ref()
      .notNull()
      .references(() => conversations.id),
    /** The promise as it stood when it was snoozed. */
    dueOn: date().notNull(),
    untilOn: date().notNull(),
    reason: text().notNull(),
    snoozedById: ref()
      .notNull()
      .references(() => members.id),
    snoozedAt: createdAt(),
    /** Taken back: the reminder is again where it was before. */
    undoneAt: instant(),
    undoneById: ref().references(() => members.id),
  },
  (t) => [
    index("follow_up_snoozes_conversation").on(t.conversationId, t.id),
    check("follow_up_snoozes_reason", sql`btrim(${t.reason}) <> ''`),
    check("follow_up_snoozes_moves_on", sql`${t.untilOn} > ${t.dueOn}`),
    check("follow_up_snoozes_undone", sql`(${t.undoneAt} is null) = (${t.undoneById} is null)`),
  ],
);

/** An entry that came from the device of a removed member: an admin decides whether it becomes a conversation. */
export const quarantinedEntries = pgTable(
  "quarantined_entries",
  {
    id: id(),
    memberId: ref()
      .notNull()
      .references(() => members.id),
    /** The entry's own id, made on the device. */
    deviceId: uuid().notNull().unique(),
    /** What the device sent: the log form's fields. */
    entry: jsonb().notNull(),
    deviceRecordedAt: instant(),
    receivedAt: createdAt(),
    decision: quarantineDecisionType(),
    decidedById: ref().references(() => members.id),
    decidedAt: instant(),
    conversationId: ref().references(() => conversations.id),
  },
  (t) => [
    check("quarantined_entries_decided", sql`(${t.decision} is null) = (${t.decidedAt} is null)`),
    check(
      "quarantined_entries_logged",
      sql`(${t.decision} is not distinct from 'logged') = (${t.conversationId} is not null)`,
    ),
  ],
);

/** A view with its filter that anybody with the link may read; only the link's hash is kept. */
export const shareLinks = pgTable(
  "share_links",
  {
    id: id(),
    tokenHash: text().notNull().unique(),
    title: text().notNull(),
    view: shareViewType().notNull(),
    /** The view's address parameters: all that the link ever shows, fixed here. */
    filter: jsonb().notNull(),
    /** The parts of the view that show. */
    parts: text().array().notNull(),
    customersMasked: boolean().notNull(),
    salespeopleByInitials: boolean().notNull(),
    amountsHidden: boolean().notNull(),
    passphraseHash: text(),
    expiresAt: instant(),
    madeById: ref()
      .notNull()
      .references(() => members.id),
    createdAt: createdAt(),
    revokedAt: instant(),
    revokedById: ref().references(() => members.id),
    views: integer().notNull().default(0),
    lastViewedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("share_links_title", sql`btrim(${t.title}) <> ''`),
    check(
      "share_links_names_are_guarded",
      sql`${t.customersMasked} or (${t.passphraseHash} is not null and ${t.expiresAt} is not null)`,
    ),
  ],
);

/** A browser that gave a shared link's passphrase: the cookie holds the token, this row its hash. */
export const shareUnlocks = pgTable(
  "share_unlocks",
  {
    tokenHash: text().primaryKey(),
    shareLinkId: ref()
      .notNull()
      .references(() => shareLinks.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (t) => [index("share_unlocks_link").on(t.shareLinkId)],
);

/** A person whose details were erased on request: that it was done, never what they were. */
export const erasures = pgTable("erasures", {
  id: id(),
  kind: erasedKindType().notNull(),
  subjectId: ref().notNull(),
  erasedById: ref()
    .notNull()
    .references(() => members.id),
  erasedAt: createdAt(),
});

/**
 * Derived, never written by hand: what a deal was from one local date until before another.
 * The state as of T is the row with `from_on <= T < until_on`. See lib/pipeline/deal-states.ts.
 */
export const dealStates = pgTable(
  "deal_states",
  {
    dealId: ref()
      .notNull()
      .references(() => deals.id, { onDelete: "cascade" }),
    customerId: ref().notNull(),
    fromOn: date().notNull(),
    untilOn: date().notNull(),
    stageId: ref().notNull(),
    outcome: outcomeType().notNull(),
    amount: numeric({ precision: 19, scale: 4 }),
    ownerId: ref().notNull(),
    openedAt: instant().notNull(),
    openedOn: date().notNull(),
    closedAt: instant(),
    closedOn: date(),
    enteredAt: instant().notNull(),
    enteredOn: date().notNull(),
    firstConversationId: ref().notNull(),
    lastConversationId: ref().notNull(),
    lastAt: instant().notNull(),
    /** The open stage furthest down the pipeline that it has been at; none if it never was at an open one. */
    furthestStageId: ref(),
    everWon: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.dealId, t.fromOn] }),
    check("deal_states_holds_for_a_day", sql`${t.fromOn} < ${t.untilOn}`),
    check("deal_states_closed", sql`(${t.outcome} = 'open') = (${t.closedAt} is null)`),
    index("deal_states_customer").on(t.customerId),
    index("deal_states_outcome").on(t.outcome, t.closedOn),
    index("deal_states_opened").on(t.openedOn),
  ],
);

/** Derived, never written by hand: a deal's unbroken stays at one stage. */
export const dealSpans = pgTable(
  "deal_spans",
  {
    dealId: ref()
      .notNull()
      .references(() => deals.id, { onDelete: "cascade" }),
    /** From 1, in order of time. */
    number: integer().notNull(),
    stageId: ref().notNull(),
    enteredAt: instant().notNull(),
    enteredOn: date().notNull(),
    leftAt: instant(),
    leftOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.dealId, t.number] }),
    check("deal_spans_left", sql`(${t.leftAt} is null) = (${t.leftOn} is null)`),
    index("deal_spans_stage").on(t.stageId, t.enteredOn),
  ],
);

/** Each change of settings, members, roles, tokens and imports: who, when, before, after. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: id(),
    at: createdAt(),
    /** Nobody: the installation's operator, on the command line. */
    memberId: ref().references(() => members.id),
    /** A business verb: `import conversations`, `change stage outcome`. */
    act: text().notNull(),
    subject: text().notNull(),
    subjectId: text(),
    before: jsonb(),
    after: jsonb(),
  },
  (t) => [
    index("audit_log_subject").on(t.subject, t.subjectId),
    index("audit_log_member").on(t.memberId, t.id),
    index("audit_log_act").on(t.act, t.id),
    index("audit_log_at").on(t.at),
  ],
);
