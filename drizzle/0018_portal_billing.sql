CREATE TABLE "engagement_invoices" (
	"tenant_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"engagement_id" uuid,
	"scope_proposal_id" uuid,
	"reference_po" text,
	"internal_note" text,
	"dated" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "engagement_invoices_tenant_id_invoice_id_pk" PRIMARY KEY("tenant_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "invoice_revisions" (
	"tenant_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"content" jsonb NOT NULL,
	"superseded_by" uuid,
	"superseded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invoice_revisions_tenant_id_invoice_id_revision_pk" PRIMARY KEY("tenant_id","invoice_id","revision"),
	CONSTRAINT "invoice_revisions_positive" CHECK (revision > 0)
);
--> statement-breakpoint
CREATE TABLE "service_orders" (
	"tenant_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"service_id" uuid,
	"service_slug" text NOT NULL,
	"receipt_token" text NOT NULL,
	CONSTRAINT "service_orders_tenant_id_order_id_pk" PRIMARY KEY("tenant_id","order_id")
);
--> statement-breakpoint
ALTER TABLE "invoices" DROP CONSTRAINT "invoices_series";--> statement-breakpoint
ALTER TABLE "number_counters" DROP CONSTRAINT "number_counters_series";--> statement-breakpoint
DROP INDEX "invoices_due";--> statement-breakpoint
ALTER TABLE "invoice_lines" ALTER COLUMN "unit_price_minor" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "invoices" ALTER COLUMN "due_date" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "engagement_invoices" ADD CONSTRAINT "engagement_invoices_invoice_fk" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "public"."invoices"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_invoices" ADD CONSTRAINT "engagement_invoices_engagement_fk" FOREIGN KEY ("tenant_id","engagement_id") REFERENCES "public"."engagements"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_invoices" ADD CONSTRAINT "engagement_invoices_scope_fk" FOREIGN KEY ("tenant_id","scope_proposal_id") REFERENCES "public"."scope_proposals"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_revisions" ADD CONSTRAINT "invoice_revisions_invoice_fk" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "public"."invoices"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_orders" ADD CONSTRAINT "service_orders_order_fk" FOREIGN KEY ("tenant_id","order_id") REFERENCES "public"."orders"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_orders" ADD CONSTRAINT "service_orders_service_fk" FOREIGN KEY ("tenant_id","service_id") REFERENCES "public"."services"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "engagement_invoices_engagement" ON "engagement_invoices" USING btree ("tenant_id","engagement_id");--> statement-breakpoint
CREATE INDEX "engagement_invoices_scope" ON "engagement_invoices" USING btree ("tenant_id","scope_proposal_id") WHERE scope_proposal_id is not null;--> statement-breakpoint
CREATE INDEX "invoices_due" ON "invoices" USING btree ("tenant_id",coalesce(due_date, '9999-12-31'::date),"id");--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_due_known" CHECK (due_date is not null or series in ('portal', 'studio'));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_series" CHECK ("invoices"."series" in ('quote', 'invoice', 'credit_note', 'portal', 'studio'));--> statement-breakpoint
ALTER TABLE "number_counters" ADD CONSTRAINT "number_counters_series" CHECK ("number_counters"."series" in ('quote', 'invoice', 'credit_note', 'portal', 'studio'));