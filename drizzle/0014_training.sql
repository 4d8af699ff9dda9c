CREATE TABLE "progress_entries" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"apprentice_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"shop_id" uuid NOT NULL,
	"site_id" uuid,
	"source" text NOT NULL,
	"work_date" date NOT NULL,
	"week_ending" date NOT NULL,
	"clock_in_at" timestamp (3) with time zone NOT NULL,
	"clock_out_at" timestamp (3) with time zone,
	"lunch_start_at" timestamp (3) with time zone,
	"lunch_end_at" timestamp (3) with time zone,
	"positions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"hours_worked" numeric(6, 2),
	"credited_hours" numeric(6, 2),
	"status" text DEFAULT 'submitted' NOT NULL,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"verified_by" uuid,
	"verified_at" timestamp (3) with time zone,
	"dispute_note" text,
	"override_id" uuid,
	"outside_since" timestamp (3) with time zone,
	"auto_closed_reason" text,
	"client_events" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "progress_entries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "progress_entries_source" CHECK ("progress_entries"."source" in ('timeclock', 'checkin', 'manual')),
	CONSTRAINT "progress_entries_status" CHECK ("progress_entries"."status" in ('submitted', 'verified', 'disputed')),
	CONSTRAINT "progress_entries_span" CHECK (clock_out_at >= clock_in_at),
	CONSTRAINT "progress_entries_hours" CHECK ((clock_out_at is null) = (hours_worked is null))
);
--> statement-breakpoint
CREATE TABLE "checkin_codes" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"code" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	"replaced_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checkin_codes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "partners_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "partners_state" CHECK ("partners"."status" in ('pending', 'active', 'inactive', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"price_minor" integer DEFAULT 498000 NOT NULL,
	"setup_fee_minor" integer DEFAULT 174300 NOT NULL,
	"currency" text DEFAULT 'USD' NOT NULL,
	"total_hours" integer DEFAULT 2000 NOT NULL,
	"hours_min" integer DEFAULT 20 NOT NULL,
	"hours_max" integer DEFAULT 50 NOT NULL,
	"billing_weekday" integer DEFAULT 5 NOT NULL,
	"billing_hour" integer DEFAULT 10 NOT NULL,
	"min_age" integer DEFAULT 16 NOT NULL,
	"required_documents" text[] DEFAULT '{"government_id"}' NOT NULL,
	"timeclock" boolean DEFAULT true NOT NULL,
	"time_zone" text,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "programs_price" CHECK (setup_fee_minor > 0 and price_minor > setup_fee_minor),
	CONSTRAINT "programs_hours" CHECK (total_hours > 0 and hours_min between 1 and hours_max and hours_max <= 168),
	CONSTRAINT "programs_billing" CHECK (billing_weekday between 1 and 7 and billing_hour between 0 and 23)
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"partner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"owner_user_id" uuid,
	"is_approved" boolean DEFAULT false NOT NULL,
	"code_ttl_minutes" integer DEFAULT 1440 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shops_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "shops_code_ttl" CHECK (code_ttl_minutes between 5 and 1440)
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"name" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"radius_m" integer DEFAULT 100 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sites_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "sites_place" CHECK (latitude between -90 and 90 and longitude between -180 and 180),
	CONSTRAINT "sites_radius" CHECK (radius_m between 20 and 1000)
);
--> statement-breakpoint
CREATE TABLE "enrollment_cases" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"enrollment_id" uuid,
	"user_id" uuid,
	"type" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"stripe_object_id" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" uuid,
	"resolution" text,
	CONSTRAINT "enrollment_cases_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "enrollment_cases_type" CHECK ("enrollment_cases"."type" in ('refund', 'dispute', 'second_payment', 'payment_mismatch')),
	CONSTRAINT "enrollment_cases_state" CHECK ("enrollment_cases"."status" in ('open', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "enrollment_documents" (
	"tenant_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"document_type" text NOT NULL,
	"status" text DEFAULT 'pending_review' NOT NULL,
	"reviewed_by" uuid,
	"reviewed_at" timestamp (3) with time zone,
	"rejection_reason" text,
	"path" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "enrollment_documents_tenant_id_document_id_pk" PRIMARY KEY("tenant_id","document_id"),
	CONSTRAINT "enrollment_documents_type" CHECK ("enrollment_documents"."document_type" in ('government_id', 'social_security_card', 'birth_certificate', 'high_school_diploma', 'ged_certificate', 'background_check', 'tb_test', 'clinical_clearance', 'credential_certificate', 'cosmetology_license', 'barber_license', 'proof_of_residency', 'w4_form', 'i9_form', 'direct_deposit_form', 'other')),
	CONSTRAINT "enrollment_documents_state" CHECK ("enrollment_documents"."status" in ('pending_review', 'approved', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "enrollment_overrides" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"action" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"created_by" uuid NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "enrollment_overrides_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "enrollment_overrides_action" CHECK ("enrollment_overrides"."action" in ('CLOCK_IN', 'CLOCK_OUT', 'PWA_CHECKIN', 'LOG_HOURS', 'ACCESS_COURSES'))
);
--> statement-breakpoint
CREATE TABLE "enrollment_reminders" (
	"tenant_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"step" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "enrollment_reminders_tenant_id_enrollment_id_step_pk" PRIMARY KEY("tenant_id","enrollment_id","step")
);
--> statement-breakpoint
CREATE TABLE "identity_verifications" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"stripe_session_id" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"note" text,
	"url" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identity_verifications_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "identity_verifications_state" CHECK ("identity_verifications"."status" in ('pending', 'approved', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "licenses" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"owner_user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"tier" text NOT NULL,
	"status" text DEFAULT 'trial' NOT NULL,
	"stripe_customer_id" text,
	"expires_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "licenses_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "licenses_state" CHECK ("licenses"."status" in ('trial', 'active', 'past_due', 'suspended', 'canceled', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "training_alerts" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"severity" text NOT NULL,
	"subject" text NOT NULL,
	"enrollment_id" uuid,
	"entry_id" uuid,
	"site_id" uuid,
	"message" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "training_alerts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "training_alerts_severity" CHECK ("training_alerts"."severity" in ('info', 'warning', 'high'))
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"phone_digits" text NOT NULL,
	"date_of_birth" date NOT NULL,
	"address" jsonb NOT NULL,
	"education_level" text NOT NULL,
	"employment_status" text NOT NULL,
	"has_transportation" boolean NOT NULL,
	"felony_disclosure" boolean NOT NULL,
	"signature" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"ip" text,
	"status" text DEFAULT 'submitted' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "applications_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "applications_state" CHECK ("applications"."status" in ('submitted', 'payment_pending', 'paid', 'withdrawn', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "apprentices" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"shop_id" uuid,
	"start_date" date,
	"total_hours" numeric(8, 2) DEFAULT 0 NOT NULL,
	"total_hours_required" integer NOT NULL,
	"transfer_hours_credited" numeric(8, 2) DEFAULT 0 NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "apprentices_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "apprentices_state" CHECK ("apprentices"."status" in ('active', 'suspended', 'completed', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "enrollment_orders" (
	"tenant_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"application_id" uuid,
	"hours_per_week" integer NOT NULL,
	"transferred_hours" integer NOT NULL,
	"weeks_total" integer NOT NULL,
	"weekly_minor" integer NOT NULL,
	"last_minor" integer NOT NULL,
	"anchor_at" timestamp (3) with time zone NOT NULL,
	"first_billing_text" text NOT NULL,
	CONSTRAINT "enrollment_orders_tenant_id_order_id_pk" PRIMARY KEY("tenant_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "enrollments" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"application_id" uuid,
	"source" text DEFAULT 'checkout' NOT NULL,
	"progress_state" text DEFAULT 'enrolled_pending_orientation' NOT NULL,
	"past_due_since" timestamp (3) with time zone,
	"hold_reason" text,
	"hold_at" timestamp (3) with time zone,
	"suspended_at" timestamp (3) with time zone,
	"suspension_reason" text,
	"enrollment_state" text GENERATED ALWAYS AS (case when progress_state = 'completed' then 'completed'
          when suspended_at is not null then 'suspended'
          when hold_reason is not null then 'payment_hold'
          when past_due_since is not null and progress_state in ('active_enrolled', 'active_in_good_standing')
            then 'payment_hold'
          else progress_state end) STORED NOT NULL,
	"state_changed_at" timestamp (3) with time zone NOT NULL,
	"enrolled_at" timestamp (3) with time zone NOT NULL,
	"orientation_completed_at" timestamp (3) with time zone,
	"documents_submitted_at" timestamp (3) with time zone,
	"program_start_date" date,
	"completed_at" timestamp (3) with time zone,
	"coursework_complete" boolean DEFAULT false NOT NULL,
	"order_id" uuid,
	"stripe_customer_id" text,
	"stripe_subscription_id" text,
	"stripe_schedule_id" text,
	"subscription_status" text,
	"hours_per_week" integer NOT NULL,
	"weeks_total" integer NOT NULL,
	"weekly_minor" integer NOT NULL,
	"last_minor" integer NOT NULL,
	"transferred_hours_verified" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "enrollments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "enrollments_source" CHECK ("enrollments"."source" in ('checkout', 'import')),
	CONSTRAINT "enrollments_progress" CHECK ("enrollments"."progress_state" in ('enrolled_pending_orientation', 'orientation_complete', 'documents_pending', 'active_enrolled', 'active_in_good_standing', 'completed')),
	CONSTRAINT "enrollments_hold" CHECK ("enrollments"."hold_reason" in ('refund', 'dispute', 'manual')),
	CONSTRAINT "enrollments_held" CHECK ((hold_reason is null) = (hold_at is null)),
	CONSTRAINT "enrollments_suspended" CHECK ((suspended_at is null) = (suspension_reason is null))
);
--> statement-breakpoint
CREATE TABLE "learners" (
	"tenant_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"date_of_birth" date,
	"address" jsonb,
	"phone" text,
	"stripe_customer_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "learners_tenant_id_contact_id_pk" PRIMARY KEY("tenant_id","contact_id")
);
--> statement-breakpoint
ALTER TABLE "user_tokens" DROP CONSTRAINT "user_tokens_purpose";--> statement-breakpoint
ALTER TABLE "inquiries" ALTER COLUMN "organization" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "inquiries" ALTER COLUMN "timeframe" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "inquiries" ALTER COLUMN "consent" SET DEFAULT false;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "enrollment_id" uuid;--> statement-breakpoint
ALTER TABLE "progress_entries" ADD CONSTRAINT "progress_entries_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_entries" ADD CONSTRAINT "progress_entries_apprentice_fk" FOREIGN KEY ("tenant_id","apprentice_id") REFERENCES "public"."apprentices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_entries" ADD CONSTRAINT "progress_entries_program_fk" FOREIGN KEY ("tenant_id","program_id") REFERENCES "public"."programs"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_entries" ADD CONSTRAINT "progress_entries_partner_fk" FOREIGN KEY ("tenant_id","partner_id") REFERENCES "public"."partners"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_entries" ADD CONSTRAINT "progress_entries_shop_fk" FOREIGN KEY ("tenant_id","shop_id") REFERENCES "public"."shops"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_entries" ADD CONSTRAINT "progress_entries_site_fk" FOREIGN KEY ("tenant_id","site_id") REFERENCES "public"."sites"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_entries" ADD CONSTRAINT "progress_entries_override_fk" FOREIGN KEY ("tenant_id","override_id") REFERENCES "public"."enrollment_overrides"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkin_codes" ADD CONSTRAINT "checkin_codes_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkin_codes" ADD CONSTRAINT "checkin_codes_shop_fk" FOREIGN KEY ("tenant_id","shop_id") REFERENCES "public"."shops"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_partner_fk" FOREIGN KEY ("tenant_id","partner_id") REFERENCES "public"."partners"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_owner_fk" FOREIGN KEY ("tenant_id","owner_user_id") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_shop_fk" FOREIGN KEY ("tenant_id","shop_id") REFERENCES "public"."shops"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_cases" ADD CONSTRAINT "enrollment_cases_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_cases" ADD CONSTRAINT "enrollment_cases_enrollment_fk" FOREIGN KEY ("tenant_id","enrollment_id") REFERENCES "public"."enrollments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "enrollment_documents_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "enrollment_documents_document_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "enrollment_documents_enrollment_fk" FOREIGN KEY ("tenant_id","enrollment_id") REFERENCES "public"."enrollments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_overrides" ADD CONSTRAINT "enrollment_overrides_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_overrides" ADD CONSTRAINT "enrollment_overrides_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_reminders" ADD CONSTRAINT "enrollment_reminders_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_reminders" ADD CONSTRAINT "enrollment_reminders_enrollment_fk" FOREIGN KEY ("tenant_id","enrollment_id") REFERENCES "public"."enrollments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_verifications" ADD CONSTRAINT "identity_verifications_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_verifications" ADD CONSTRAINT "identity_verifications_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licenses" ADD CONSTRAINT "licenses_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licenses" ADD CONSTRAINT "licenses_owner_fk" FOREIGN KEY ("tenant_id","owner_user_id") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_alerts" ADD CONSTRAINT "training_alerts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_alerts" ADD CONSTRAINT "training_alerts_enrollment_fk" FOREIGN KEY ("tenant_id","enrollment_id") REFERENCES "public"."enrollments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_program_fk" FOREIGN KEY ("tenant_id","program_id") REFERENCES "public"."programs"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apprentices" ADD CONSTRAINT "apprentices_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apprentices" ADD CONSTRAINT "apprentices_enrollment_fk" FOREIGN KEY ("tenant_id","enrollment_id") REFERENCES "public"."enrollments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apprentices" ADD CONSTRAINT "apprentices_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apprentices" ADD CONSTRAINT "apprentices_program_fk" FOREIGN KEY ("tenant_id","program_id") REFERENCES "public"."programs"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apprentices" ADD CONSTRAINT "apprentices_shop_fk" FOREIGN KEY ("tenant_id","shop_id") REFERENCES "public"."shops"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_orders" ADD CONSTRAINT "enrollment_orders_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_orders" ADD CONSTRAINT "enrollment_orders_order_fk" FOREIGN KEY ("tenant_id","order_id") REFERENCES "public"."orders"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_orders" ADD CONSTRAINT "enrollment_orders_program_fk" FOREIGN KEY ("tenant_id","program_id") REFERENCES "public"."programs"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_orders" ADD CONSTRAINT "enrollment_orders_application_fk" FOREIGN KEY ("tenant_id","application_id") REFERENCES "public"."applications"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_program_fk" FOREIGN KEY ("tenant_id","program_id") REFERENCES "public"."programs"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_application_fk" FOREIGN KEY ("tenant_id","application_id") REFERENCES "public"."applications"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_order_fk" FOREIGN KEY ("tenant_id","order_id") REFERENCES "public"."orders"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_contact_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "progress_entries_open" ON "progress_entries" USING btree ("tenant_id","apprentice_id") WHERE clock_out_at is null;--> statement-breakpoint
CREATE INDEX "progress_entries_apprentice" ON "progress_entries" USING btree ("tenant_id","apprentice_id","clock_in_at");--> statement-breakpoint
CREATE INDEX "progress_entries_shop" ON "progress_entries" USING btree ("tenant_id","shop_id","clock_in_at");--> statement-breakpoint
CREATE INDEX "progress_entries_waiting" ON "progress_entries" USING btree ("tenant_id","shop_id","clock_in_at") WHERE status = 'submitted' and clock_out_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "checkin_codes_current" ON "checkin_codes" USING btree ("tenant_id","shop_id") WHERE replaced_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "checkin_codes_unique" ON "checkin_codes" USING btree ("tenant_id","code") WHERE replaced_at is null;--> statement-breakpoint
CREATE INDEX "checkin_codes_expiry" ON "checkin_codes" USING btree ("tenant_id","expires_at") WHERE replaced_at is null;--> statement-breakpoint
CREATE INDEX "partners_name" ON "partners" USING btree ("tenant_id","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "programs_slug_unique" ON "programs" USING btree ("tenant_id","slug");--> statement-breakpoint
CREATE INDEX "shops_name" ON "shops" USING btree ("tenant_id","name","id");--> statement-breakpoint
CREATE INDEX "shops_partner" ON "shops" USING btree ("tenant_id","partner_id");--> statement-breakpoint
CREATE INDEX "shops_owner" ON "shops" USING btree ("tenant_id","owner_user_id") WHERE owner_user_id is not null;--> statement-breakpoint
CREATE INDEX "sites_shop" ON "sites" USING btree ("tenant_id","shop_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "sites_default_unique" ON "sites" USING btree ("tenant_id","shop_id") WHERE is_default;--> statement-breakpoint
CREATE UNIQUE INDEX "enrollment_cases_open" ON "enrollment_cases" USING btree ("tenant_id","type","stripe_object_id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "enrollment_cases_enrollment" ON "enrollment_cases" USING btree ("tenant_id","enrollment_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollment_documents_path" ON "enrollment_documents" USING btree ("tenant_id","path");--> statement-breakpoint
CREATE INDEX "enrollment_documents_enrollment" ON "enrollment_documents" USING btree ("tenant_id","enrollment_id","created_at");--> statement-breakpoint
CREATE INDEX "enrollment_overrides_live" ON "enrollment_overrides" USING btree ("tenant_id","user_id","action","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "identity_verifications_session" ON "identity_verifications" USING btree ("stripe_session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "identity_verifications_pending" ON "identity_verifications" USING btree ("tenant_id","user_id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "identity_verifications_user" ON "identity_verifications" USING btree ("tenant_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "licenses_owner" ON "licenses" USING btree ("tenant_id","owner_user_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "training_alerts_open" ON "training_alerts" USING btree ("tenant_id","kind","subject") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "training_alerts_recent" ON "training_alerts" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "training_alerts_enrollment" ON "training_alerts" USING btree ("tenant_id","enrollment_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_live_unique" ON "applications" USING btree ("tenant_id","email","program_id") WHERE status in ('submitted', 'payment_pending', 'paid');--> statement-breakpoint
CREATE INDEX "applications_user" ON "applications" USING btree ("tenant_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "applications_recent" ON "applications" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "applications_status" ON "applications" USING btree ("tenant_id","status","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "apprentices_enrollment_unique" ON "apprentices" USING btree ("tenant_id","enrollment_id");--> statement-breakpoint
CREATE INDEX "apprentices_user" ON "apprentices" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "apprentices_shop" ON "apprentices" USING btree ("tenant_id","shop_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_user_unique" ON "enrollments" USING btree ("tenant_id","user_id","program_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_order_unique" ON "enrollments" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_subscription" ON "enrollments" USING btree ("stripe_subscription_id");--> statement-breakpoint
CREATE INDEX "enrollments_customer" ON "enrollments" USING btree ("stripe_customer_id") WHERE stripe_customer_id is not null;--> statement-breakpoint
CREATE INDEX "enrollments_state" ON "enrollments" USING btree ("tenant_id","enrollment_state","state_changed_at","id");--> statement-breakpoint
CREATE INDEX "enrollments_recent" ON "enrollments" USING btree ("tenant_id","enrolled_at","id");--> statement-breakpoint
CREATE INDEX "enrollments_past_due" ON "enrollments" USING btree ("tenant_id","past_due_since") WHERE past_due_since is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "learners_user_unique" ON "learners" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "learners_stripe_customer" ON "learners" USING btree ("stripe_customer_id");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_enrollment_fk" FOREIGN KEY ("tenant_id","enrollment_id") REFERENCES "public"."enrollments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_enrollment" ON "payments" USING btree ("tenant_id","enrollment_id","created_at") WHERE enrollment_id is not null;--> statement-breakpoint
ALTER TABLE "user_tokens" ADD CONSTRAINT "user_tokens_purpose" CHECK ("user_tokens"."purpose" in ('verify_email', 'reset_password', 'set_password'));