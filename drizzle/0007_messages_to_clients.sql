ALTER TABLE "outbox_messages" ALTER COLUMN "channel" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_messages" ALTER COLUMN "to" DROP NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_runs_scheduled_unique" ON "reminder_runs" USING btree ("tenant_id","run_date") WHERE started_by is null;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_somewhere" CHECK (("outbox_messages"."status" = 'skipped') = ("outbox_messages"."channel" is null));