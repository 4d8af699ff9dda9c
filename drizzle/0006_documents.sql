CREATE TABLE "storage_usage" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"used_bytes" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "storage_usage_sane" CHECK ("storage_usage"."used_bytes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "unclaimed_files" (
	"tenant_id" uuid NOT NULL,
	"storage_key" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unclaimed_files_tenant_id_storage_key_pk" PRIMARY KEY("tenant_id","storage_key")
);
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "ref" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "documents_ref_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "contact_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "document_type" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "scanned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "storage_usage" ADD CONSTRAINT "storage_usage_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unclaimed_files" ADD CONSTRAINT "unclaimed_files_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unclaimed_files_since" ON "unclaimed_files" USING btree ("tenant_id","since");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_contact_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "documents_ref" ON "documents" USING btree ("tenant_id","ref");--> statement-breakpoint
CREATE INDEX "documents_contact" ON "documents" USING btree ("tenant_id","contact_id","created_at") WHERE contact_id is not null;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_type" CHECK ("documents"."document_type" in ('id_copy', 'power_of_attorney', 'engagement_agreement'));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_permanent" CHECK (("documents"."category" = 'permanent') = ("documents"."document_type" is not null)
        and ("documents"."document_type" is null or "documents"."contact_id" is not null));--> statement-breakpoint
INSERT INTO "storage_usage" ("tenant_id", "used_bytes") SELECT "tenant_id", sum("size_bytes") FROM "documents" GROUP BY "tenant_id";