CREATE TYPE "public"."import_kind" AS ENUM('stages', 'customers', 'conversations');--> statement-breakpoint
CREATE TYPE "public"."outcome" AS ENUM('open', 'won', 'lost');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('admin', 'member', 'viewer');--> statement-breakpoint
CREATE TYPE "public"."version_act" AS ENUM('logged', 'imported', 'corrected', 'deleted', 'undone');--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_tokens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"made_by_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_tokens_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "api_tokens_name" CHECK (btrim("api_tokens"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"member_id" bigint,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "channels_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "channels_nameKey_unique" UNIQUE("name_key")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contacts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "contacts_of_customer" UNIQUE("customer_id","name_key"),
	CONSTRAINT "contacts_identity" UNIQUE("id","customer_id"),
	CONSTRAINT "contacts_name" CHECK (btrim("contacts"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "conversation_versions" (
	"conversation_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"act" "version_act" NOT NULL,
	"saved_by_id" bigint NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"customer_id" bigint NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"date_only" boolean NOT NULL,
	"local_date" date NOT NULL,
	"held_by_id" bigint NOT NULL,
	"channel_id" bigint,
	"topic_id" bigint,
	"contact_id" bigint,
	"note" text DEFAULT '' NOT NULL,
	"duration_minutes" integer,
	"stage_id" bigint,
	"deal_id" bigint,
	"amount" numeric(19, 4),
	"follow_up_on" date,
	"completed_at" timestamp (3) with time zone,
	"follows_up_id" bigint,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "conversation_versions_conversation_id_version_pk" PRIMARY KEY("conversation_id","version")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "conversations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"date_only" boolean NOT NULL,
	"local_date" date NOT NULL,
	"held_by_id" bigint NOT NULL,
	"channel_id" bigint,
	"topic_id" bigint,
	"contact_id" bigint,
	"note" text DEFAULT '' NOT NULL,
	"duration_minutes" integer,
	"stage_id" bigint,
	"deal_id" bigint,
	"amount" numeric(19, 4),
	"follow_up_on" date,
	"completed_at" timestamp (3) with time zone,
	"follows_up_id" bigint,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_by_id" bigint NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"device_id" uuid,
	"device_recorded_at" timestamp (3) with time zone,
	"import_id" bigint,
	"reference" text,
	CONSTRAINT "conversations_deviceId_unique" UNIQUE("device_id"),
	CONSTRAINT "conversations_reference_unique" UNIQUE("reference"),
	CONSTRAINT "conversations_sales_has_deal" CHECK (("conversations"."stage_id" is null) = ("conversations"."deal_id" is null)),
	CONSTRAINT "conversations_amount_has_stage" CHECK ("conversations"."amount" is null or "conversations"."stage_id" is not null),
	CONSTRAINT "conversations_amount" CHECK ("conversations"."amount" >= 0),
	CONSTRAINT "conversations_duration" CHECK ("conversations"."duration_minutes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "customers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"opened_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_by_id" bigint,
	"import_id" bigint,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "customers_nameKey_unique" UNIQUE("name_key"),
	CONSTRAINT "customers_name" CHECK (btrim("customers"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "deal_owners" (
	"deal_id" bigint NOT NULL,
	"from_on" date NOT NULL,
	"member_id" bigint NOT NULL,
	"assigned_by_id" bigint NOT NULL,
	"assigned_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deal_owners_deal_id_from_on_pk" PRIMARY KEY("deal_id","from_on")
);
--> statement-breakpoint
CREATE TABLE "deal_spans" (
	"deal_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"stage_id" bigint NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"entered_on" date NOT NULL,
	"left_at" timestamp (3) with time zone,
	"left_on" date,
	CONSTRAINT "deal_spans_deal_id_number_pk" PRIMARY KEY("deal_id","number"),
	CONSTRAINT "deal_spans_left" CHECK (("deal_spans"."left_at" is null) = ("deal_spans"."left_on" is null))
);
--> statement-breakpoint
CREATE TABLE "deal_states" (
	"deal_id" bigint NOT NULL,
	"customer_id" bigint NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"stage_id" bigint NOT NULL,
	"outcome" "outcome" NOT NULL,
	"amount" numeric(19, 4),
	"owner_id" bigint NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_on" date NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_on" date,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"entered_on" date NOT NULL,
	"first_conversation_id" bigint NOT NULL,
	"last_conversation_id" bigint NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"furthest_stage_id" bigint,
	"ever_won" boolean NOT NULL,
	CONSTRAINT "deal_states_deal_id_from_on_pk" PRIMARY KEY("deal_id","from_on"),
	CONSTRAINT "deal_states_holds_for_a_day" CHECK ("deal_states"."from_on" < "deal_states"."until_on"),
	CONSTRAINT "deal_states_closed" CHECK (("deal_states"."outcome" = 'open') = ("deal_states"."closed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "deals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"name" text,
	"name_key" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"import_id" bigint,
	CONSTRAINT "deals_of_customer" UNIQUE("customer_id","name_key"),
	CONSTRAINT "deals_identity" UNIQUE("id","customer_id"),
	CONSTRAINT "deals_name" CHECK (("deals"."name" is null) = ("deals"."name_key" is null) and btrim("deals"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"member_id" bigint NOT NULL,
	"linked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "import_kind" NOT NULL,
	"file_name" text NOT NULL,
	"imported_by_id" bigint NOT NULL,
	"imported_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"report" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invitations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"member_id" bigint,
	"invited_by_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by_id" bigint,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_name" CHECK (btrim("invitations"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "members_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"email" text,
	"role" "role" NOT NULL,
	"password_hash" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "members_name" CHECK (btrim("members"."name") <> ''),
	CONSTRAINT "members_login" CHECK ("members"."password_hash" is null or "members"."email" is not null)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"member_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "set_up_code" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "set_up_code_is_one" CHECK ("set_up_code"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_failed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stage_settings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stage_settings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"stage_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"outcome" "outcome" NOT NULL,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"set_by_id" bigint
);
--> statement-breakpoint
CREATE TABLE "stages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"position" integer NOT NULL,
	"outcome" "outcome" NOT NULL,
	"color" text,
	"guide" text DEFAULT '' NOT NULL,
	"quiet_after_days" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stages_nameKey_unique" UNIQUE("name_key"),
	CONSTRAINT "stages_name" CHECK (btrim("stages"."name") <> ''),
	CONSTRAINT "stages_color" CHECK ("stages"."color" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "stages_quiet_after_days" CHECK ("stages"."quiet_after_days" > 0)
);
--> statement-breakpoint
CREATE TABLE "team" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"currency" char(3) NOT NULL,
	"currency_digits" smallint NOT NULL,
	"time_zone" text NOT NULL,
	"locale" text NOT NULL,
	"first_day_of_week" smallint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_is_one" CHECK ("team"."id" = 1),
	CONSTRAINT "team_first_day_of_week" CHECK ("team"."first_day_of_week" between 1 and 7),
	CONSTRAINT "team_currency" CHECK ("team"."currency" ~ '^[A-Z]{3}$' and "team"."currency_digits" between 0 and 4)
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "topics_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "topics_nameKey_unique" UNIQUE("name_key")
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_made_by_id_members_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_versions" ADD CONSTRAINT "conversation_versions_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_versions" ADD CONSTRAINT "conversation_versions_saved_by_id_members_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_recorded_by_id_members_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_held_by_id_members_id_fk" FOREIGN KEY ("held_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_stage_id_stages_id_fk" FOREIGN KEY ("stage_id") REFERENCES "public"."stages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_contact_of_customer" FOREIGN KEY ("contact_id","customer_id") REFERENCES "public"."contacts"("id","customer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_deal_of_customer" FOREIGN KEY ("deal_id","customer_id") REFERENCES "public"."deals"("id","customer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_follows_up_id_conversations_id_fk" FOREIGN KEY ("follows_up_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_created_by_id_members_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_owners" ADD CONSTRAINT "deal_owners_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_owners" ADD CONSTRAINT "deal_owners_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_owners" ADD CONSTRAINT "deal_owners_assigned_by_id_members_id_fk" FOREIGN KEY ("assigned_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_spans" ADD CONSTRAINT "deal_spans_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_states" ADD CONSTRAINT "deal_states_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_imported_by_id_members_id_fk" FOREIGN KEY ("imported_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_members_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_id_members_id_fk" FOREIGN KEY ("accepted_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_settings" ADD CONSTRAINT "stage_settings_stage_id_stages_id_fk" FOREIGN KEY ("stage_id") REFERENCES "public"."stages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_settings" ADD CONSTRAINT "stage_settings_set_by_id_members_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "conversations_customer" ON "conversations" USING btree ("customer_id","occurred_at","id");--> statement-breakpoint
CREATE INDEX "conversations_deal" ON "conversations" USING btree ("deal_id","occurred_at","id");--> statement-breakpoint
CREATE INDEX "conversations_stage" ON "conversations" USING btree ("stage_id","local_date");--> statement-breakpoint
CREATE INDEX "conversations_local_date" ON "conversations" USING btree ("local_date");--> statement-breakpoint
CREATE INDEX "conversations_follow_up" ON "conversations" USING btree ("follow_up_on") WHERE "conversations"."follow_up_on" is not null;--> statement-breakpoint
CREATE INDEX "conversations_follows_up" ON "conversations" USING btree ("follows_up_id") WHERE "conversations"."follows_up_id" is not null;--> statement-breakpoint
CREATE INDEX "deal_spans_stage" ON "deal_spans" USING btree ("stage_id","entered_on");--> statement-breakpoint
CREATE INDEX "deal_states_customer" ON "deal_states" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "deal_states_outcome" ON "deal_states" USING btree ("outcome","closed_on");--> statement-breakpoint
CREATE INDEX "deal_states_opened" ON "deal_states" USING btree ("opened_on");--> statement-breakpoint
CREATE INDEX "identities_member" ON "identities" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_email" ON "members" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "members_name_key" ON "members" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "sessions_member" ON "sessions" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "stage_settings_stage" ON "stage_settings" USING btree ("stage_id");