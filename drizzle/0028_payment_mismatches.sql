DROP INDEX "payments_recent";--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "mismatched" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "payments" SET "mismatched" = true WHERE "error_message" = 'The amount received is not the amount that was asked for';--> statement-breakpoint
CREATE INDEX "payments_recent" ON "payments" USING btree ("tenant_id","mismatched","created_at","id");