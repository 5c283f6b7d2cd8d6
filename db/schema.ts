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
import { outcomes } from "@/lib/pipeline/outcome";
import { roles } from "@/lib/pipeline/role";

// What is stored and why: each table says which part of the log or of the team it is. Instants are
// timestamptz in whole milliseconds (what a browser and JavaScript know), local dates are `date`.

export const outcomeType = pgEnum("outcome", outcomes);
export const roleType = pgEnum("role", roles);

/** What a version of a conversation was saved by. */
export const versionActs = ["logged", "imported", "corrected", "deleted", "undone"] as const;
export const versionActType = pgEnum("version_act", versionActs);

export const importKinds = ["stages", "customers", "conversations"] as const;
export const importKindType = pgEnum("import_kind", importKinds);

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
    createdAt: createdAt(),
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

/** A sign-in at an OpenID Connect issuer that was linked to a member through an invitation. */
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
  archivedAt: instant(),
});

/** How a conversation was held: phone, visit, e-mail. */
export const channels = pgTable("channels", named());

/** What a conversation was about. */
export const topics = pgTable("topics", named());

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
  },
  (t) => [check("customers_name", sql`btrim(${t.name}) <> ''`)],
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
    index("conversations_follow_up").on(t.followUpOn).where(sql`${t.followUpOn} is not null`),
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

/** The date that stands for "still so": a state without an end holds until then. */
export const endOfTime = "infinity";

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
  (t) => [index("audit_log_subject").on(t.subject, t.subjectId)],
);
