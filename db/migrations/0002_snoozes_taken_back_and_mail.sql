CREATE TABLE "known_browsers" (
	"key_hash" text NOT NULL,
	"member_id" bigint NOT NULL,
	"last_sign_in_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "known_browsers_member_id_key_hash_pk" PRIMARY KEY("member_id","key_hash")
);
--> statement-breakpoint
CREATE TABLE "mail_status" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"failure" text,
	CONSTRAINT "mail_status_is_one" CHECK ("mail_status"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "follow_up_snoozes" ADD COLUMN "undone_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "follow_up_snoozes" ADD COLUMN "undone_by_id" bigint;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "known_browsers" ADD CONSTRAINT "known_browsers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_snoozes" ADD CONSTRAINT "follow_up_snoozes_undone_by_id_members_id_fk" FOREIGN KEY ("undone_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_snoozes" ADD CONSTRAINT "follow_up_snoozes_moves_on" CHECK ("follow_up_snoozes"."until_on" > "follow_up_snoozes"."due_on");--> statement-breakpoint
ALTER TABLE "follow_up_snoozes" ADD CONSTRAINT "follow_up_snoozes_undone" CHECK (("follow_up_snoozes"."undone_at" is null) = ("follow_up_snoozes"."undone_by_id" is null));