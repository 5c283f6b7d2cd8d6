DROP INDEX "contacts_search";--> statement-breakpoint
DROP INDEX "conversations_note";--> statement-breakpoint
DROP INDEX "customers_search";--> statement-breakpoint
DROP INDEX "deals_search";--> statement-breakpoint
CREATE INDEX "contacts_search" ON "contacts" USING gin ((case when octet_length("name_key") = char_length("name_key") then "name_key"
    else regexp_replace(normalize("name_key", NFKD), '[\u0300-\u036f]', '', 'g') end) gin_trgm_ops,lower("email") gin_trgm_ops,regexp_replace("phone", '\D', '', 'g') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "conversations_note" ON "conversations" USING gin (to_tsvector('simple', case when octet_length("note") = char_length("note") then "note"
    else regexp_replace(normalize("note", NFKD), '[\u0300-\u036f]', '', 'g') end));--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING gin ((case when octet_length("name_key") = char_length("name_key") then "name_key"
    else regexp_replace(normalize("name_key", NFKD), '[\u0300-\u036f]', '', 'g') end) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "deals_search" ON "deals" USING gin ((case when octet_length("name_key") = char_length("name_key") then "name_key"
    else regexp_replace(normalize("name_key", NFKD), '[\u0300-\u036f]', '', 'g') end) gin_trgm_ops);