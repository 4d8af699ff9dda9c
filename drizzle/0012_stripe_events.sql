CREATE TABLE "stripe_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"created" timestamp (3) with time zone NOT NULL,
	"payload" jsonb NOT NULL,
	"objects" text[] NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"error" text,
	"concerns" uuid,
	"received_at" timestamp (3) with time zone NOT NULL,
	"processed_at" timestamp (3) with time zone,
	CONSTRAINT "stripe_events_status" CHECK ("stripe_events"."status" in ('processed', 'failed', 'unmatched'))
);
--> statement-breakpoint
ALTER TABLE "stripe_events" ADD CONSTRAINT "stripe_events_concerns_tenants_id_fk" FOREIGN KEY ("concerns") REFERENCES "public"."tenants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stripe_events_objects" ON "stripe_events" USING gin ("objects");--> statement-breakpoint
CREATE INDEX "stripe_events_open" ON "stripe_events" USING btree ("status","received_at") WHERE status <> 'processed';--> statement-breakpoint
CREATE INDEX "stripe_events_concerns" ON "stripe_events" USING btree ("concerns","received_at");