CREATE TABLE "change_requests" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"assigned_to" uuid,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"impact" text NOT NULL,
	"severity" text NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"implemented_at" timestamp (3) with time zone,
	"decision_note" text,
	"cost_delta_minor" bigint,
	"schedule_delta_days" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "change_requests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "change_requests_impact" CHECK ("change_requests"."impact" in ('scope', 'schedule', 'cost', 'risk')),
	CONSTRAINT "change_requests_severity" CHECK ("change_requests"."severity" in ('low', 'med', 'high')),
	CONSTRAINT "change_requests_state" CHECK ("change_requests"."status" in ('proposed', 'needs_info', 'approved', 'rejected', 'implemented', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "deliverables" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"title" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"document_id" uuid,
	"approved_at" timestamp (3) with time zone,
	"approved_by" uuid,
	"approval_note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliverables_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "deliverables_state" CHECK ("deliverables"."status" in ('draft', 'review', 'approved'))
);
--> statement-breakpoint
CREATE TABLE "edit_events" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"engagement_id" uuid,
	"entity_type" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"diff" jsonb NOT NULL,
	"linked_change_request_id" uuid,
	"resolved_by" uuid,
	"resolved_at" timestamp (3) with time zone,
	"rejection_note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edit_events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "edit_events_entity_type" CHECK ("edit_events"."entity_type" in ('engagement', 'scope', 'change_request', 'invoice', 'document', 'deliverable', 'milestone')),
	CONSTRAINT "edit_events_kind" CHECK ("edit_events"."kind" in ('minor_edit', 'controlled_edit', 'archive')),
	CONSTRAINT "edit_events_state" CHECK ("edit_events"."status" in ('applied', 'pending_approval', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "engagement_documents" (
	"tenant_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"engagement_id" uuid,
	"inquiry_id" uuid,
	"category" text NOT NULL,
	"label" text,
	"description" text,
	"archived_at" timestamp (3) with time zone,
	"archived_by" uuid,
	"archive_reason" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "engagement_documents_tenant_id_document_id_pk" PRIMARY KEY("tenant_id","document_id"),
	CONSTRAINT "engagement_documents_category" CHECK ("engagement_documents"."category" in ('nda', 'sow', 'contract', 'deliverable', 'report', 'invoice', 'client_input', 'evidence', 'other'))
);
--> statement-breakpoint
CREATE TABLE "engagements" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"title" text NOT NULL,
	"service_slug" text,
	"stage" text DEFAULT 'triage' NOT NULL,
	"status" text DEFAULT 'on_track' NOT NULL,
	"start_date" date,
	"target_date" date,
	"procurement_ref" text,
	"purchase_order_ref" text,
	"cost_center" text,
	"owner_id" uuid,
	"inquiry_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "engagements_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "engagements_stage" CHECK ("engagements"."stage" in ('triage', 'scope_pack', 'sow', 'delivery', 'handover', 'ongoing', 'closed')),
	CONSTRAINT "engagements_state" CHECK ("engagements"."status" in ('on_track', 'at_risk', 'blocked', 'completed'))
);
--> statement-breakpoint
CREATE TABLE "inquiries" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text DEFAULT 'consulting' NOT NULL,
	"org_id" uuid,
	"organization" text NOT NULL,
	"contact_name" text,
	"contact_email" text NOT NULL,
	"email_hash" text NOT NULL,
	"role" text,
	"service_slug" text NOT NULL,
	"timeframe" text NOT NULL,
	"note" text,
	"mode" text,
	"status" text DEFAULT 'new' NOT NULL,
	"consent" boolean NOT NULL,
	"contact_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inquiries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "inquiries_kind" CHECK ("inquiries"."kind" in ('consulting', 'training')),
	CONSTRAINT "inquiries_state" CHECK ("inquiries"."status" in ('new', 'triaged', 'converted', 'closed')),
	CONSTRAINT "inquiries_mode" CHECK ("inquiries"."mode" in ('remote', 'hybrid', 'on-site'))
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"title" text NOT NULL,
	"due_date" date,
	"status" text DEFAULT 'planned' NOT NULL,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "milestones_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "milestones_state" CHECK ("milestones"."status" in ('planned', 'in_progress', 'complete'))
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"tenant_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"standing" text DEFAULT 'prospect' NOT NULL,
	"name_key" text NOT NULL,
	"domain" text,
	"domain_verified_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_tenant_id_contact_id_pk" PRIMARY KEY("tenant_id","contact_id"),
	CONSTRAINT "organizations_standing" CHECK ("organizations"."standing" in ('prospect', 'client', 'internal'))
);
--> statement-breakpoint
CREATE TABLE "scope_proposals" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"inquiry_id" uuid,
	"engagement_id" uuid,
	"title" text NOT NULL,
	"fixed_price_minor" bigint NOT NULL,
	"scope_summary" text NOT NULL,
	"deliverables" text[] NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"client_note" text,
	"created_by" uuid,
	"sent_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone,
	"rejected_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scope_proposals_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "scope_proposals_state" CHECK ("scope_proposals"."status" in ('draft', 'sent', 'approved', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "services" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"position" integer NOT NULL,
	"purchase_type" text NOT NULL,
	"deposit_minor" integer,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"content" jsonb NOT NULL,
	"retired_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "services_purchase" CHECK ("services"."purchase_type" in ('scope', 'deposit')),
	CONSTRAINT "services_deposit" CHECK (("services"."purchase_type" = 'deposit') = ("services"."deposit_minor" is not null))
);
--> statement-breakpoint
CREATE TABLE "talent_profiles" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"contact_id" uuid NOT NULL,
	"facts" jsonb NOT NULL,
	"status" text DEFAULT 'NEW' NOT NULL,
	"contact_status" text DEFAULT 'NOT_CONTACTED' NOT NULL,
	"last_contacted_at" timestamp (3) with time zone,
	"notes" text,
	"update_pending" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "talent_profiles_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "talent_profiles_state" CHECK ("talent_profiles"."status" in ('NEW', 'REVIEWED', 'APPROVED', 'ARCHIVED')),
	CONSTRAINT "talent_profiles_contact_state" CHECK ("talent_profiles"."contact_status" in ('NOT_CONTACTED', 'CONTACTED', 'RESPONDED', 'ONBOARDED'))
);
--> statement-breakpoint
CREATE TABLE "talent_signals" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"source" text NOT NULL,
	"form_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "talent_signals_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "contact_id" uuid;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "onboarded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "onboarding" jsonb;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_org_fk" FOREIGN KEY ("tenant_id","org_id") REFERENCES "public"."organizations"("tenant_id","contact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_engagement_fk" FOREIGN KEY ("tenant_id","engagement_id") REFERENCES "public"."engagements"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_author_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_assignee_fk" FOREIGN KEY ("tenant_id","assigned_to") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverables" ADD CONSTRAINT "deliverables_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverables" ADD CONSTRAINT "deliverables_engagement_fk" FOREIGN KEY ("tenant_id","engagement_id") REFERENCES "public"."engagements"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverables" ADD CONSTRAINT "deliverables_document_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edit_events" ADD CONSTRAINT "edit_events_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edit_events" ADD CONSTRAINT "edit_events_org_fk" FOREIGN KEY ("tenant_id","org_id") REFERENCES "public"."organizations"("tenant_id","contact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edit_events" ADD CONSTRAINT "edit_events_engagement_fk" FOREIGN KEY ("tenant_id","engagement_id") REFERENCES "public"."engagements"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edit_events" ADD CONSTRAINT "edit_events_change_fk" FOREIGN KEY ("tenant_id","linked_change_request_id") REFERENCES "public"."change_requests"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_documents" ADD CONSTRAINT "engagement_documents_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_documents" ADD CONSTRAINT "engagement_documents_document_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_documents" ADD CONSTRAINT "engagement_documents_org_fk" FOREIGN KEY ("tenant_id","org_id") REFERENCES "public"."organizations"("tenant_id","contact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_documents" ADD CONSTRAINT "engagement_documents_engagement_fk" FOREIGN KEY ("tenant_id","engagement_id") REFERENCES "public"."engagements"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_documents" ADD CONSTRAINT "engagement_documents_inquiry_fk" FOREIGN KEY ("tenant_id","inquiry_id") REFERENCES "public"."inquiries"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_org_fk" FOREIGN KEY ("tenant_id","org_id") REFERENCES "public"."organizations"("tenant_id","contact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_owner_fk" FOREIGN KEY ("tenant_id","owner_id") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_inquiry_fk" FOREIGN KEY ("tenant_id","inquiry_id") REFERENCES "public"."inquiries"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_org_fk" FOREIGN KEY ("tenant_id","org_id") REFERENCES "public"."organizations"("tenant_id","contact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_contact_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_engagement_fk" FOREIGN KEY ("tenant_id","engagement_id") REFERENCES "public"."engagements"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_contact_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_proposals" ADD CONSTRAINT "scope_proposals_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_proposals" ADD CONSTRAINT "scope_proposals_org_fk" FOREIGN KEY ("tenant_id","org_id") REFERENCES "public"."organizations"("tenant_id","contact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_proposals" ADD CONSTRAINT "scope_proposals_inquiry_fk" FOREIGN KEY ("tenant_id","inquiry_id") REFERENCES "public"."inquiries"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_proposals" ADD CONSTRAINT "scope_proposals_engagement_fk" FOREIGN KEY ("tenant_id","engagement_id") REFERENCES "public"."engagements"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_profiles" ADD CONSTRAINT "talent_profiles_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_profiles" ADD CONSTRAINT "talent_profiles_contact_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_signals" ADD CONSTRAINT "talent_signals_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_signals" ADD CONSTRAINT "talent_signals_profile_fk" FOREIGN KEY ("tenant_id","profile_id") REFERENCES "public"."talent_profiles"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_requests_created" ON "change_requests" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "change_requests_org" ON "change_requests" USING btree ("tenant_id","org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "change_requests_engagement" ON "change_requests" USING btree ("tenant_id","engagement_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "deliverables_document_unique" ON "deliverables" USING btree ("tenant_id","document_id");--> statement-breakpoint
CREATE INDEX "deliverables_engagement" ON "deliverables" USING btree ("tenant_id","engagement_id","created_at","id");--> statement-breakpoint
CREATE INDEX "edit_events_created" ON "edit_events" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "edit_events_org" ON "edit_events" USING btree ("tenant_id","org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "edit_events_engagement" ON "edit_events" USING btree ("tenant_id","engagement_id","created_at","id");--> statement-breakpoint
CREATE INDEX "edit_events_entity" ON "edit_events" USING btree ("tenant_id","entity_id");--> statement-breakpoint
CREATE INDEX "edit_events_change" ON "edit_events" USING btree ("tenant_id","linked_change_request_id");--> statement-breakpoint
CREATE INDEX "engagement_documents_org" ON "engagement_documents" USING btree ("tenant_id","org_id","created_at","document_id");--> statement-breakpoint
CREATE INDEX "engagement_documents_engagement" ON "engagement_documents" USING btree ("tenant_id","engagement_id","created_at");--> statement-breakpoint
CREATE INDEX "engagement_documents_inquiry" ON "engagement_documents" USING btree ("tenant_id","inquiry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "engagements_inquiry_unique" ON "engagements" USING btree ("tenant_id","inquiry_id");--> statement-breakpoint
CREATE INDEX "engagements_org" ON "engagements" USING btree ("tenant_id","org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "engagements_created" ON "engagements" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "inquiries_created" ON "inquiries" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "inquiries_status" ON "inquiries" USING btree ("tenant_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "inquiries_email" ON "inquiries" USING btree ("tenant_id","email_hash","created_at");--> statement-breakpoint
CREATE INDEX "milestones_engagement" ON "milestones" USING btree ("tenant_id","engagement_id","position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_name_unique" ON "organizations" USING btree ("tenant_id","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_domain_unique" ON "organizations" USING btree ("tenant_id","domain") WHERE domain_verified_at is not null;--> statement-breakpoint
CREATE INDEX "scope_proposals_org" ON "scope_proposals" USING btree ("tenant_id","org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "scope_proposals_created" ON "scope_proposals" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "scope_proposals_engagement" ON "scope_proposals" USING btree ("tenant_id","engagement_id");--> statement-breakpoint
CREATE INDEX "scope_proposals_inquiry" ON "scope_proposals" USING btree ("tenant_id","inquiry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "services_code_unique" ON "services" USING btree ("tenant_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "services_slug_unique" ON "services" USING btree ("tenant_id","slug");--> statement-breakpoint
CREATE INDEX "services_position" ON "services" USING btree ("tenant_id","position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "talent_profiles_contact_unique" ON "talent_profiles" USING btree ("tenant_id","contact_id");--> statement-breakpoint
CREATE INDEX "talent_profiles_created" ON "talent_profiles" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "talent_signals_profile" ON "talent_signals" USING btree ("tenant_id","profile_id","created_at");--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_contact_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "members_contact" ON "members" USING btree ("tenant_id","contact_id") WHERE contact_id is not null;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_client" CHECK (("members"."role" in ('client_admin', 'client')) = ("members"."contact_id" is not null));