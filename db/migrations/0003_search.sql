CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE INDEX "contacts_search" ON "contacts" USING gin ("name_key" gin_trgm_ops,lower("email") gin_trgm_ops,regexp_replace("phone", '\D', '', 'g') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "conversations_note" ON "conversations" USING gin (to_tsvector('simple', "note"));--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING gin ("name_key" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "customers_by_name" ON "customers" USING btree (lower("name") collate "und-x-icu","id");