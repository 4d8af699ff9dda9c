CREATE TABLE "binders" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"ref" bigint GENERATED ALWAYS AS IDENTITY (sequence name "binders_ref_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"contact_id" uuid NOT NULL,
	"binder_number" text NOT NULL,
	"number_key" text NOT NULL,
	"received_at" date NOT NULL,
	"expected_return_at" date NOT NULL,
	"returned_at" date,
	"status" text DEFAULT 'in_office' NOT NULL,
	"received_by" uuid NOT NULL,
	"returned_by" uuid,
	"pickup_person_name" text,
	"notes" text,
	"last_work_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "binders_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "binders_state" CHECK ("binders"."status" in ('in_office', 'ready_for_pickup', 'returned')),
	CONSTRAINT "binders_promise" CHECK ("binders"."expected_return_at" = "binders"."received_at" + 90),
	CONSTRAINT "binders_returned" CHECK (("binders"."status" = 'returned') = (num_nulls("binders"."returned_at", "binders"."returned_by", "binders"."pickup_person_name") = 0))
);
--> statement-breakpoint
CREATE TABLE "charge_invoices" (
	"tenant_id" uuid NOT NULL,
	"charge_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"external_invoice_id" text NOT NULL,
	"document_url" text,
	"invoice_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "charge_invoices_pk" PRIMARY KEY("tenant_id","charge_id")
);
--> statement-breakpoint
CREATE TABLE "charges" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"ref" bigint GENERATED ALWAYS AS IDENTITY (sequence name "charges_ref_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"contact_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"charge_type" text NOT NULL,
	"period" text,
	"status" text DEFAULT 'draft' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"issued_at" timestamp (3) with time zone,
	"paid_at" timestamp (3) with time zone,
	"canceled_at" timestamp (3) with time zone,
	CONSTRAINT "charges_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "charges_type" CHECK ("charges"."charge_type" in ('retainer', 'one_time')),
	CONSTRAINT "charges_state" CHECK ("charges"."status" in ('draft', 'issued', 'paid', 'canceled')),
	CONSTRAINT "charges_amount" CHECK ("charges"."amount_minor" between 1 and 9999999999),
	CONSTRAINT "charges_stamps" CHECK (("charges"."status" <> 'draft' or ("charges"."issued_at" is null and "charges"."paid_at" is null))
        and ("charges"."status" not in ('issued', 'paid') or "charges"."issued_at" is not null)
        and ("charges"."status" = 'paid') = ("charges"."paid_at" is not null)
        and ("charges"."status" = 'canceled') = ("charges"."canceled_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "office_clients" (
	"tenant_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"ref" bigint GENERATED ALWAYS AS IDENTITY (sequence name "office_clients_ref_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id_number" text NOT NULL,
	"client_type" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"opened_at" date NOT NULL,
	"closed_at" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "office_clients_tenant_id_contact_id_pk" PRIMARY KEY("tenant_id","contact_id"),
	CONSTRAINT "office_clients_type" CHECK ("office_clients"."client_type" in ('osek_patur', 'osek_murshe', 'company', 'employee')),
	CONSTRAINT "office_clients_state" CHECK ("office_clients"."status" in ('active', 'frozen', 'closed')),
	CONSTRAINT "office_clients_closed" CHECK (("office_clients"."status" = 'closed') = ("office_clients"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "reminder_runs" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"run_date" date NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"started_by" uuid,
	"status" text DEFAULT 'running' NOT NULL,
	"binders_scanned" integer DEFAULT 0 NOT NULL,
	"approaching" integer DEFAULT 0 NOT NULL,
	"overdue" integer DEFAULT 0 NOT NULL,
	"ready" integer DEFAULT 0 NOT NULL,
	"skipped_no_contact" integer DEFAULT 0 NOT NULL,
	"errors" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "reminder_runs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "reminder_runs_state" CHECK ("reminder_runs"."status" in ('running', 'completed', 'completed_with_errors'))
);
--> statement-breakpoint
ALTER TABLE "outbox_messages" DROP CONSTRAINT "outbox_messages_status";--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "notes" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "ref" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "users_ref_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD COLUMN "trigger" text;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD COLUMN "binder_id" uuid;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD COLUMN "fallback_of" uuid;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD COLUMN "failed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "binders" ADD CONSTRAINT "binders_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "binders" ADD CONSTRAINT "binders_client_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."office_clients"("tenant_id","contact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "binders" ADD CONSTRAINT "binders_received_by_fk" FOREIGN KEY ("tenant_id","received_by") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "binders" ADD CONSTRAINT "binders_returned_by_fk" FOREIGN KEY ("tenant_id","returned_by") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charge_invoices" ADD CONSTRAINT "charge_invoices_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charge_invoices" ADD CONSTRAINT "charge_invoices_charge_fk" FOREIGN KEY ("tenant_id","charge_id") REFERENCES "public"."charges"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charge_invoices" ADD CONSTRAINT "charge_invoices_invoice_fk" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "public"."invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_client_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."office_clients"("tenant_id","contact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_author_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_clients" ADD CONSTRAINT "office_clients_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_clients" ADD CONSTRAINT "office_clients_contact_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_runs" ADD CONSTRAINT "reminder_runs_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_runs" ADD CONSTRAINT "reminder_runs_starter_fk" FOREIGN KEY ("tenant_id","started_by") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "binders_ref" ON "binders" USING btree ("tenant_id","ref");--> statement-breakpoint
CREATE UNIQUE INDEX "binders_active_number_unique" ON "binders" USING btree ("tenant_id","number_key") WHERE status <> 'returned';--> statement-breakpoint
CREATE INDEX "binders_due" ON "binders" USING btree ("tenant_id","expected_return_at","ref") WHERE status <> 'returned';--> statement-breakpoint
CREATE INDEX "binders_open" ON "binders" USING btree ("tenant_id","received_at","ref") WHERE status <> 'returned';--> statement-breakpoint
CREATE INDEX "binders_status" ON "binders" USING btree ("tenant_id","status","received_at","ref");--> statement-breakpoint
CREATE INDEX "binders_client" ON "binders" USING btree ("tenant_id","contact_id","received_at","ref");--> statement-breakpoint
CREATE INDEX "binders_search" ON "binders" USING gin ("tenant_id","number_key" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "charges_ref" ON "charges" USING btree ("tenant_id","ref");--> statement-breakpoint
CREATE INDEX "charges_created" ON "charges" USING btree ("tenant_id","created_at","ref");--> statement-breakpoint
CREATE INDEX "charges_status" ON "charges" USING btree ("tenant_id","status","created_at","ref");--> statement-breakpoint
CREATE INDEX "charges_client" ON "charges" USING btree ("tenant_id","contact_id","status","created_at");--> statement-breakpoint
CREATE INDEX "charges_unpaid" ON "charges" USING btree ("tenant_id","issued_at","ref") WHERE status = 'issued';--> statement-breakpoint
CREATE UNIQUE INDEX "office_clients_ref" ON "office_clients" USING btree ("tenant_id","ref");--> statement-breakpoint
CREATE UNIQUE INDEX "office_clients_id_number_unique" ON "office_clients" USING btree ("tenant_id","id_number");--> statement-breakpoint
CREATE INDEX "office_clients_status" ON "office_clients" USING btree ("tenant_id","status","ref");--> statement-breakpoint
CREATE INDEX "office_clients_search" ON "office_clients" USING gin ("tenant_id","id_number" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "reminder_runs_started" ON "reminder_runs" USING btree ("tenant_id","started_at","id");--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_binder_fk" FOREIGN KEY ("tenant_id","binder_id") REFERENCES "public"."binders"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_fallback_fk" FOREIGN KEY ("tenant_id","fallback_of") REFERENCES "public"."outbox_messages"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_messages_trigger_unique" ON "outbox_messages" USING btree ("tenant_id","binder_id","trigger") WHERE fallback_of is null and binder_id is not null;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_trigger" CHECK ("outbox_messages"."trigger" in ('binder_received', 'binder_approaching_sla', 'binder_overdue', 'binder_ready_for_pickup', 'manual_payment_reminder'));--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_status" CHECK ("outbox_messages"."status" in ('queued', 'sent', 'failed', 'skipped'));