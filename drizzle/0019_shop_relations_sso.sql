CREATE TABLE "items" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"title" text NOT NULL,
	"item_type" text NOT NULL,
	"creator_id" uuid NOT NULL,
	"tiers" jsonb NOT NULL,
	"document_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "items_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "items_type" CHECK ("items"."item_type" in ('image', 'video', 'audio', 'document', 'collection'))
);
--> statement-breakpoint
CREATE TABLE "permission_tuples" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"namespace" text NOT NULL,
	"object_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"subject_namespace" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"subject_relation" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "permission_tuples_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "permission_tuples_namespace" CHECK ("permission_tuples"."namespace" in ('organization', 'project', 'document', 'invoice')),
	CONSTRAINT "permission_tuples_subject_kind" CHECK ("permission_tuples"."subject_namespace" in ('user', 'organization', 'project', 'document', 'invoice'))
);
--> statement-breakpoint
CREATE TABLE "guest_prices" (
	"tenant_id" uuid NOT NULL,
	"feature" text NOT NULL,
	"duration" text NOT NULL,
	"amount_minor" integer NOT NULL,
	CONSTRAINT "guest_prices_tenant_id_feature_duration_pk" PRIMARY KEY("tenant_id","feature","duration"),
	CONSTRAINT "guest_prices_feature" CHECK ("guest_prices"."feature" in ('ai-create', 'collaboration', 'file-sharing', 'video-studio')),
	CONSTRAINT "guest_prices_duration" CHECK ("guest_prices"."duration" in ('1 hour', '24 hours', '7 days', '1 month')),
	CONSTRAINT "guest_prices_chargeable" CHECK (amount_minor >= 50)
);
--> statement-breakpoint
CREATE TABLE "guest_sessions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"feature" text NOT NULL,
	"duration" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"payment_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"activated_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guest_sessions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "guest_sessions_feature" CHECK ("guest_sessions"."feature" in ('ai-create', 'collaboration', 'file-sharing', 'video-studio')),
	CONSTRAINT "guest_sessions_duration" CHECK ("guest_sessions"."duration" in ('1 hour', '24 hours', '7 days', '1 month')),
	CONSTRAINT "guest_sessions_status" CHECK ("guest_sessions"."status" in ('pending', 'active')),
	CONSTRAINT "guest_sessions_active" CHECK (status <> 'active' or (expires_at is not null and activated_at is not null))
);
--> statement-breakpoint
CREATE TABLE "item_grants" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"item_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"downloads_left" integer,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "item_grants_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "item_grants_left" CHECK (downloads_left >= 0)
);
--> statement-breakpoint
CREATE TABLE "payment_customers" (
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"stripe_customer_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_customers_tenant_id_user_id_pk" PRIMARY KEY("tenant_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid,
	"stripe_subscription_id" text,
	"stripe_customer_id" text NOT NULL,
	"status" text NOT NULL,
	"period_start" timestamp (3) with time zone,
	"period_end" timestamp (3) with time zone,
	"cancel_at_period_end" boolean DEFAULT false NOT NULL,
	"canceled_at" timestamp (3) with time zone,
	"event_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscriptions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "identity_providers" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'inactive' NOT NULL,
	"config" jsonb NOT NULL,
	"attribute_mapping" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"group_mapping" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"default_role" text DEFAULT 'member' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identity_providers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "identity_providers_kind" CHECK ("identity_providers"."kind" in ('saml', 'oidc')),
	CONSTRAINT "identity_providers_status" CHECK ("identity_providers"."status" in ('active', 'inactive')),
	CONSTRAINT "identity_providers_role" CHECK ("identity_providers"."default_role" in ('admin', 'manager', 'member', 'accountant'))
);
--> statement-breakpoint
CREATE TABLE "seen_assertions" (
	"tenant_id" uuid NOT NULL,
	"idp_id" uuid NOT NULL,
	"assertion_id" text NOT NULL,
	"not_on_or_after" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "seen_assertions_tenant_id_idp_id_assertion_id_pk" PRIMARY KEY("tenant_id","idp_id","assertion_id")
);
--> statement-breakpoint
CREATE TABLE "sso_domains" (
	"tenant_id" uuid NOT NULL,
	"idp_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"token" text NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sso_domains_tenant_id_domain_pk" PRIMARY KEY("tenant_id","domain")
);
--> statement-breakpoint
CREATE TABLE "sso_links" (
	"tenant_id" uuid NOT NULL,
	"idp_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"groups" text[] DEFAULT '{}' NOT NULL,
	"last_login_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sso_links_tenant_id_idp_id_external_id_pk" PRIMARY KEY("tenant_id","idp_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "sso_requests" (
	"tenant_id" uuid NOT NULL,
	"request_key" text NOT NULL,
	"idp_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"nonce" text,
	"code_verifier" text,
	"browser_hash" text NOT NULL,
	"relay_state" text,
	"test_by" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sso_requests_tenant_id_request_key_pk" PRIMARY KEY("tenant_id","request_key"),
	CONSTRAINT "sso_requests_kind" CHECK ("sso_requests"."kind" in ('saml', 'oidc'))
);
--> statement-breakpoint
CREATE TABLE "sso_trials" (
	"tenant_id" uuid NOT NULL,
	"idp_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"steps" jsonb NOT NULL,
	"tried_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sso_trials_tenant_id_idp_id_pk" PRIMARY KEY("tenant_id","idp_id")
);
--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "item_id" uuid;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "tier_id" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "fee_minor" bigint;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "payout_minor" bigint;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "stripe_status" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "client_secret_hash" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "metadata" jsonb;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "provider_request" jsonb;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_creator_fk" FOREIGN KEY ("tenant_id","creator_id") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_document_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permission_tuples" ADD CONSTRAINT "permission_tuples_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_prices" ADD CONSTRAINT "guest_prices_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_sessions" ADD CONSTRAINT "guest_sessions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_sessions" ADD CONSTRAINT "guest_sessions_payment_fk" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "public"."payments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_grants" ADD CONSTRAINT "item_grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_grants" ADD CONSTRAINT "item_grants_item_fk" FOREIGN KEY ("tenant_id","item_id") REFERENCES "public"."items"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_grants" ADD CONSTRAINT "item_grants_payment_fk" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "public"."payments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_customers" ADD CONSTRAINT "payment_customers_member_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."members"("tenant_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_providers" ADD CONSTRAINT "identity_providers_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seen_assertions" ADD CONSTRAINT "seen_assertions_idp_fk" FOREIGN KEY ("tenant_id","idp_id") REFERENCES "public"."identity_providers"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sso_domains" ADD CONSTRAINT "sso_domains_idp_fk" FOREIGN KEY ("tenant_id","idp_id") REFERENCES "public"."identity_providers"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sso_links" ADD CONSTRAINT "sso_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sso_links" ADD CONSTRAINT "sso_links_idp_fk" FOREIGN KEY ("tenant_id","idp_id") REFERENCES "public"."identity_providers"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sso_requests" ADD CONSTRAINT "sso_requests_idp_fk" FOREIGN KEY ("tenant_id","idp_id") REFERENCES "public"."identity_providers"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sso_trials" ADD CONSTRAINT "sso_trials_idp_fk" FOREIGN KEY ("tenant_id","idp_id") REFERENCES "public"."identity_providers"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "items_recent" ON "items" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "permission_tuples_unique" ON "permission_tuples" USING btree ("tenant_id","namespace","object_id","relation","subject_namespace","subject_id","subject_relation");--> statement-breakpoint
CREATE INDEX "permission_tuples_subject" ON "permission_tuples" USING btree ("tenant_id","subject_namespace","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "guest_sessions_payment" ON "guest_sessions" USING btree ("tenant_id","payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "item_grants_payment" ON "item_grants" USING btree ("tenant_id","payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_customers_stripe" ON "payment_customers" USING btree ("stripe_customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_stripe" ON "subscriptions" USING btree ("stripe_subscription_id");--> statement-breakpoint
CREATE INDEX "subscriptions_recent" ON "subscriptions" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sso_domains_verified" ON "sso_domains" USING btree ("domain") WHERE verified_at is not null;--> statement-breakpoint
CREATE INDEX "sso_domains_idp" ON "sso_domains" USING btree ("tenant_id","idp_id");--> statement-breakpoint
CREATE INDEX "sso_links_user" ON "sso_links" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sso_requests_key" ON "sso_requests" USING btree ("request_key");--> statement-breakpoint
CREATE INDEX "sso_requests_expires" ON "sso_requests" USING btree ("tenant_id","expires_at");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_item_fk" FOREIGN KEY ("tenant_id","item_id") REFERENCES "public"."items"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_item" ON "payments" USING btree ("tenant_id","item_id") WHERE item_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_own_intent" ON "payments" USING btree ("tenant_id","stripe_payment_intent_id") WHERE stripe_payment_intent_id is not null and stripe_status is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_open_retry" ON "payments" USING btree ("tenant_id","invoice_id") WHERE purpose = 'invoice' and status = 'pending' and stripe_status is not null;--> statement-breakpoint
CREATE INDEX "payments_open" ON "payments" USING btree ("tenant_id","created_at") WHERE status = 'pending' and stripe_status is not null;