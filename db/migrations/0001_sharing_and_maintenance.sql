CREATE TYPE "public"."appearance" AS ENUM('system', 'light', 'dark');--> statement-breakpoint
CREATE TYPE "public"."erased_kind" AS ENUM('member', 'contact', 'customer');--> statement-breakpoint
CREATE TYPE "public"."quarantine_decision" AS ENUM('logged', 'discarded');--> statement-breakpoint
CREATE TYPE "public"."share_view" AS ENUM('overview', 'stages', 'analysis');--> statement-breakpoint
ALTER TYPE "public"."version_act" ADD VALUE 'moved';--> statement-breakpoint
ALTER TYPE "public"."version_act" ADD VALUE 'merged';--> statement-breakpoint
CREATE TABLE "customer_merges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "customer_merges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"from_id" bigint NOT NULL,
	"into_id" bigint NOT NULL,
	"merged_by_id" bigint NOT NULL,
	"merged_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"moved" jsonb NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by_id" bigint
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"member_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "erasures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "erased_kind" NOT NULL,
	"subject_id" bigint NOT NULL,
	"erased_by_id" bigint NOT NULL,
	"erased_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_up_snoozes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "follow_up_snoozes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"conversation_id" bigint NOT NULL,
	"due_on" date NOT NULL,
	"until_on" date NOT NULL,
	"reason" text NOT NULL,
	"snoozed_by_id" bigint NOT NULL,
	"snoozed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follow_up_snoozes_reason" CHECK (btrim("follow_up_snoozes"."reason") <> '')
);
--> statement-breakpoint
CREATE TABLE "list_filters" (
	"member_id" bigint NOT NULL,
	"list" text NOT NULL,
	"search" text NOT NULL,
	CONSTRAINT "list_filters_member_id_list_pk" PRIMARY KEY("member_id","list")
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"member_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarantined_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "quarantined_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" bigint NOT NULL,
	"device_id" uuid NOT NULL,
	"entry" jsonb NOT NULL,
	"device_recorded_at" timestamp (3) with time zone,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decision" "quarantine_decision",
	"decided_by_id" bigint,
	"decided_at" timestamp (3) with time zone,
	"conversation_id" bigint,
	CONSTRAINT "quarantined_entries_deviceId_unique" UNIQUE("device_id"),
	CONSTRAINT "quarantined_entries_decided" CHECK (("quarantined_entries"."decision" is null) = ("quarantined_entries"."decided_at" is null)),
	CONSTRAINT "quarantined_entries_logged" CHECK (("quarantined_entries"."decision" is not distinct from 'logged') = ("quarantined_entries"."conversation_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "share_links" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "share_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"title" text NOT NULL,
	"view" "share_view" NOT NULL,
	"filter" jsonb NOT NULL,
	"parts" text[] NOT NULL,
	"customers_masked" boolean NOT NULL,
	"salespeople_by_initials" boolean NOT NULL,
	"amounts_hidden" boolean NOT NULL,
	"passphrase_hash" text,
	"expires_at" timestamp (3) with time zone,
	"made_by_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by_id" bigint,
	"views" integer DEFAULT 0 NOT NULL,
	"last_viewed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "share_links_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "share_links_title" CHECK (btrim("share_links"."title") <> ''),
	CONSTRAINT "share_links_names_are_guarded" CHECK ("share_links"."customers_masked" or ("share_links"."passphrase_hash" is not null and "share_links"."expires_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "share_unlocks" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"share_link_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "merged_into_id" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "merged_into_id" bigint;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "appearance" "appearance" DEFAULT 'system' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "single_keys" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "default_channel_id" bigint;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "default_topic_id" bigint;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "last_seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "merged_into_id" bigint;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "merged_into_id" bigint;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_from_id_customers_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_into_id_customers_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_merged_by_id_members_id_fk" FOREIGN KEY ("merged_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_undone_by_id_members_id_fk" FOREIGN KEY ("undone_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_erased_by_id_members_id_fk" FOREIGN KEY ("erased_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_snoozes" ADD CONSTRAINT "follow_up_snoozes_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_snoozes" ADD CONSTRAINT "follow_up_snoozes_snoozed_by_id_members_id_fk" FOREIGN KEY ("snoozed_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_filters" ADD CONSTRAINT "list_filters_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantined_entries" ADD CONSTRAINT "quarantined_entries_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantined_entries" ADD CONSTRAINT "quarantined_entries_decided_by_id_members_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantined_entries" ADD CONSTRAINT "quarantined_entries_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_made_by_id_members_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_revoked_by_id_members_id_fk" FOREIGN KEY ("revoked_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_unlocks" ADD CONSTRAINT "share_unlocks_share_link_id_share_links_id_fk" FOREIGN KEY ("share_link_id") REFERENCES "public"."share_links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_merges_from" ON "customer_merges" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "customer_merges_into" ON "customer_merges" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "devices_member" ON "devices" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "follow_up_snoozes_conversation" ON "follow_up_snoozes" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE INDEX "password_resets_member" ON "password_resets" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "share_unlocks_link" ON "share_unlocks" USING btree ("share_link_id");--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_merged_into_id_channels_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_merged_into_id_customers_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_default_channel_id_channels_id_fk" FOREIGN KEY ("default_channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_default_topic_id_topics_id_fk" FOREIGN KEY ("default_topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stages_merged_into_id_stages_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."stages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_merged_into_id_topics_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ALTER CONSTRAINT "conversations_contact_of_customer" DEFERRABLE INITIALLY IMMEDIATE;--> statement-breakpoint
ALTER TABLE "conversations" ALTER CONSTRAINT "conversations_deal_of_customer" DEFERRABLE INITIALLY IMMEDIATE;
