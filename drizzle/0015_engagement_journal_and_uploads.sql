CREATE TABLE "upload_parts" (
	"tenant_id" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"offset_bytes" bigint NOT NULL,
	"size_bytes" bigint NOT NULL,
	"storage_key" text NOT NULL,
	CONSTRAINT "upload_parts_tenant_id_upload_id_offset_bytes_pk" PRIMARY KEY("tenant_id","upload_id","offset_bytes")
);
--> statement-breakpoint
CREATE TABLE "upload_sessions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"facts" jsonb NOT NULL,
	"filename" text NOT NULL,
	"claimed_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"received_bytes" bigint DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "upload_sessions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "upload_sessions_sane" CHECK (received_bytes between 0 and size_bytes)
);
--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_invoice_needed";--> statement-breakpoint
ALTER TABLE "journal_entries" ADD COLUMN "engagement_id" uuid;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD COLUMN "redacted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "upload_parts" ADD CONSTRAINT "upload_parts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_parts" ADD CONSTRAINT "upload_parts_session_fk" FOREIGN KEY ("tenant_id","upload_id") REFERENCES "public"."upload_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_sessions" ADD CONSTRAINT "upload_sessions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_sessions" ADD CONSTRAINT "upload_sessions_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "upload_sessions_user" ON "upload_sessions" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "upload_sessions_expiry" ON "upload_sessions" USING btree ("tenant_id","expires_at");--> statement-breakpoint
CREATE INDEX "journal_entries_engagement" ON "journal_entries" USING btree ("tenant_id","engagement_id","recorded_at") WHERE engagement_id is not null;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_invoice_needed" CHECK (purpose <> 'invoice' or invoice_id is not null or method = 'stripe');