ALTER TABLE "activities" DROP CONSTRAINT "activities_type";--> statement-breakpoint
ALTER TABLE "contacts" DROP CONSTRAINT "contacts_kind";--> statement-breakpoint
ALTER TABLE "contacts" DROP CONSTRAINT "contacts_source";--> statement-breakpoint
ALTER TABLE "tasks" DROP CONSTRAINT "tasks_status";--> statement-breakpoint
ALTER TABLE "tasks" DROP CONSTRAINT "tasks_priority";--> statement-breakpoint
ALTER TABLE "documents" DROP CONSTRAINT "documents_type";--> statement-breakpoint
ALTER TABLE "change_requests" DROP CONSTRAINT "change_requests_impact";--> statement-breakpoint
ALTER TABLE "change_requests" DROP CONSTRAINT "change_requests_severity";--> statement-breakpoint
ALTER TABLE "change_requests" DROP CONSTRAINT "change_requests_state";--> statement-breakpoint
ALTER TABLE "deliverables" DROP CONSTRAINT "deliverables_state";--> statement-breakpoint
ALTER TABLE "edit_events" DROP CONSTRAINT "edit_events_entity_type";--> statement-breakpoint
ALTER TABLE "edit_events" DROP CONSTRAINT "edit_events_kind";--> statement-breakpoint
ALTER TABLE "edit_events" DROP CONSTRAINT "edit_events_state";--> statement-breakpoint
ALTER TABLE "engagement_documents" DROP CONSTRAINT "engagement_documents_category";--> statement-breakpoint
ALTER TABLE "milestones" DROP CONSTRAINT "milestones_state";--> statement-breakpoint
ALTER TABLE "scope_proposals" DROP CONSTRAINT "scope_proposals_state";--> statement-breakpoint
ALTER TABLE "engagements" DROP CONSTRAINT "engagements_stage";--> statement-breakpoint
ALTER TABLE "engagements" DROP CONSTRAINT "engagements_state";--> statement-breakpoint
ALTER TABLE "inquiries" DROP CONSTRAINT "inquiries_kind";--> statement-breakpoint
ALTER TABLE "inquiries" DROP CONSTRAINT "inquiries_state";--> statement-breakpoint
ALTER TABLE "inquiries" DROP CONSTRAINT "inquiries_mode";--> statement-breakpoint
ALTER TABLE "organizations" DROP CONSTRAINT "organizations_standing";--> statement-breakpoint
ALTER TABLE "services" DROP CONSTRAINT "services_purchase";--> statement-breakpoint
ALTER TABLE "user_tokens" DROP CONSTRAINT "user_tokens_purpose";--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_theme";--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_density";--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_account_role";--> statement-breakpoint
ALTER TABLE "items" DROP CONSTRAINT "items_type";--> statement-breakpoint
ALTER TABLE "journal_entries" DROP CONSTRAINT "journal_entries_actor";--> statement-breakpoint
ALTER TABLE "outbox_messages" DROP CONSTRAINT "outbox_messages_channel";--> statement-breakpoint
ALTER TABLE "outbox_messages" DROP CONSTRAINT "outbox_messages_status";--> statement-breakpoint
ALTER TABLE "outbox_messages" DROP CONSTRAINT "outbox_messages_trigger";--> statement-breakpoint
ALTER TABLE "oauth_links" DROP CONSTRAINT "oauth_links_provider";--> statement-breakpoint
ALTER TABLE "oauth_requests" DROP CONSTRAINT "oauth_requests_provider";--> statement-breakpoint
ALTER TABLE "binders" DROP CONSTRAINT "binders_state";--> statement-breakpoint
ALTER TABLE "charges" DROP CONSTRAINT "charges_type";--> statement-breakpoint
ALTER TABLE "charges" DROP CONSTRAINT "charges_state";--> statement-breakpoint
ALTER TABLE "office_clients" DROP CONSTRAINT "office_clients_type";--> statement-breakpoint
ALTER TABLE "office_clients" DROP CONSTRAINT "office_clients_state";--> statement-breakpoint
ALTER TABLE "reminder_runs" DROP CONSTRAINT "reminder_runs_state";--> statement-breakpoint
ALTER TABLE "passkeys" DROP CONSTRAINT "passkeys_device";--> statement-breakpoint
ALTER TABLE "webauthn_challenges" DROP CONSTRAINT "webauthn_challenges_kind";--> statement-breakpoint
ALTER TABLE "orders" DROP CONSTRAINT "orders_purchase_type";--> statement-breakpoint
ALTER TABLE "orders" DROP CONSTRAINT "orders_status";--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_method";--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_purpose";--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_status";--> statement-breakpoint
ALTER TABLE "permission_tuples" DROP CONSTRAINT "permission_tuples_namespace";--> statement-breakpoint
ALTER TABLE "permission_tuples" DROP CONSTRAINT "permission_tuples_subject_kind";--> statement-breakpoint
ALTER TABLE "invoice_lines" DROP CONSTRAINT "invoice_lines_kind";--> statement-breakpoint
ALTER TABLE "invoices" DROP CONSTRAINT "invoices_kind";--> statement-breakpoint
ALTER TABLE "invoices" DROP CONSTRAINT "invoices_series";--> statement-breakpoint
ALTER TABLE "invoices" DROP CONSTRAINT "invoices_status_word";--> statement-breakpoint
ALTER TABLE "invoices" DROP CONSTRAINT "invoices_method";--> statement-breakpoint
ALTER TABLE "number_counters" DROP CONSTRAINT "number_counters_series";--> statement-breakpoint
ALTER TABLE "quote_lines" DROP CONSTRAINT "quote_lines_kind";--> statement-breakpoint
ALTER TABLE "quotes" DROP CONSTRAINT "quotes_status_word";--> statement-breakpoint
ALTER TABLE "guest_prices" DROP CONSTRAINT "guest_prices_feature";--> statement-breakpoint
ALTER TABLE "guest_prices" DROP CONSTRAINT "guest_prices_duration";--> statement-breakpoint
ALTER TABLE "guest_sessions" DROP CONSTRAINT "guest_sessions_feature";--> statement-breakpoint
ALTER TABLE "guest_sessions" DROP CONSTRAINT "guest_sessions_duration";--> statement-breakpoint
ALTER TABLE "guest_sessions" DROP CONSTRAINT "guest_sessions_status";--> statement-breakpoint
ALTER TABLE "identity_providers" DROP CONSTRAINT "identity_providers_kind";--> statement-breakpoint
ALTER TABLE "identity_providers" DROP CONSTRAINT "identity_providers_status";--> statement-breakpoint
ALTER TABLE "identity_providers" DROP CONSTRAINT "identity_providers_role";--> statement-breakpoint
ALTER TABLE "sso_requests" DROP CONSTRAINT "sso_requests_kind";--> statement-breakpoint
ALTER TABLE "stripe_events" DROP CONSTRAINT "stripe_events_status";--> statement-breakpoint
ALTER TABLE "projects" DROP CONSTRAINT "projects_state";--> statement-breakpoint
ALTER TABLE "projects" DROP CONSTRAINT "projects_priority";--> statement-breakpoint
ALTER TABLE "talent_profiles" DROP CONSTRAINT "talent_profiles_state";--> statement-breakpoint
ALTER TABLE "talent_profiles" DROP CONSTRAINT "talent_profiles_contact_state";--> statement-breakpoint
ALTER TABLE "invitations" DROP CONSTRAINT "invitations_role";--> statement-breakpoint
ALTER TABLE "members" DROP CONSTRAINT "members_role";--> statement-breakpoint
ALTER TABLE "tenants" DROP CONSTRAINT "tenants_plan";--> statement-breakpoint
ALTER TABLE "progress_entries" DROP CONSTRAINT "progress_entries_source";--> statement-breakpoint
ALTER TABLE "progress_entries" DROP CONSTRAINT "progress_entries_status";--> statement-breakpoint
ALTER TABLE "partners" DROP CONSTRAINT "partners_state";--> statement-breakpoint
ALTER TABLE "enrollment_cases" DROP CONSTRAINT "enrollment_cases_type";--> statement-breakpoint
ALTER TABLE "enrollment_cases" DROP CONSTRAINT "enrollment_cases_state";--> statement-breakpoint
ALTER TABLE "enrollment_documents" DROP CONSTRAINT "enrollment_documents_type";--> statement-breakpoint
ALTER TABLE "enrollment_documents" DROP CONSTRAINT "enrollment_documents_state";--> statement-breakpoint
ALTER TABLE "enrollment_overrides" DROP CONSTRAINT "enrollment_overrides_action";--> statement-breakpoint
ALTER TABLE "identity_verifications" DROP CONSTRAINT "identity_verifications_state";--> statement-breakpoint
ALTER TABLE "licenses" DROP CONSTRAINT "licenses_state";--> statement-breakpoint
ALTER TABLE "training_alerts" DROP CONSTRAINT "training_alerts_severity";--> statement-breakpoint
ALTER TABLE "applications" DROP CONSTRAINT "applications_state";--> statement-breakpoint
ALTER TABLE "apprentices" DROP CONSTRAINT "apprentices_state";--> statement-breakpoint
ALTER TABLE "enrollments" DROP CONSTRAINT "enrollments_source";--> statement-breakpoint
ALTER TABLE "enrollments" DROP CONSTRAINT "enrollments_progress";--> statement-breakpoint
ALTER TABLE "enrollments" DROP CONSTRAINT "enrollments_hold";--> statement-breakpoint
ALTER TABLE "vehicle_readings" DROP CONSTRAINT "vehicle_readings_source";--> statement-breakpoint
ALTER TABLE "webhook_deliveries" DROP CONSTRAINT "webhook_deliveries_state";--> statement-breakpoint
ALTER TABLE "webhook_deliveries" DROP CONSTRAINT "webhook_deliveries_event_word";--> statement-breakpoint
ALTER TABLE "journal_entries" DROP CONSTRAINT "journal_entries_tenant_id_tenants_id_fk";
--> statement-breakpoint
DROP INDEX "journal_entries_order";--> statement-breakpoint
ALTER TABLE "journal_entries" DROP CONSTRAINT "journal_entries_tenant_id_id_pk";--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_tenant_id_xid_id_pk" PRIMARY KEY("tenant_id","xid","id");--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_type" CHECK ("activities"."type" = any('{"EMAIL_SENT","EMAIL_RECEIVED","WHATSAPP_SENT","WHATSAPP_RECEIVED","SMS_SENT","CALL_MADE","CALL_RECEIVED","NOTE_ADDED","MEETING","SITE_VISIT","QUOTE_SENT","INVOICE_SENT","PAYMENT_RECEIVED"}'::text[]));--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_kind" CHECK ("contacts"."kind" = any('{"person","organization"}'::text[]));--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_source" CHECK ("contacts"."source" = any('{"garage","office","portal","academy","studio"}'::text[]));--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_status" CHECK ("tasks"."status" = any('{"todo","in_progress","done","cancelled"}'::text[]));--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_priority" CHECK ("tasks"."priority" = any('{"low","medium","high","urgent"}'::text[]));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_type" CHECK ("documents"."document_type" = any('{"id_copy","power_of_attorney","engagement_agreement"}'::text[]));--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_impact" CHECK ("change_requests"."impact" = any('{"scope","schedule","cost","risk"}'::text[]));--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_severity" CHECK ("change_requests"."severity" = any('{"low","med","high"}'::text[]));--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_state" CHECK ("change_requests"."status" = any('{"proposed","needs_info","approved","rejected","implemented","cancelled"}'::text[]));--> statement-breakpoint
ALTER TABLE "deliverables" ADD CONSTRAINT "deliverables_state" CHECK ("deliverables"."status" = any('{"draft","review","approved"}'::text[]));--> statement-breakpoint
ALTER TABLE "edit_events" ADD CONSTRAINT "edit_events_entity_type" CHECK ("edit_events"."entity_type" = any('{"engagement","scope","change_request","invoice","document","deliverable","milestone"}'::text[]));--> statement-breakpoint
ALTER TABLE "edit_events" ADD CONSTRAINT "edit_events_kind" CHECK ("edit_events"."kind" = any('{"minor_edit","controlled_edit","archive"}'::text[]));--> statement-breakpoint
ALTER TABLE "edit_events" ADD CONSTRAINT "edit_events_state" CHECK ("edit_events"."status" = any('{"applied","pending_approval","rejected"}'::text[]));--> statement-breakpoint
ALTER TABLE "engagement_documents" ADD CONSTRAINT "engagement_documents_category" CHECK ("engagement_documents"."category" = any('{"nda","sow","contract","deliverable","report","invoice","client_input","evidence","other"}'::text[]));--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_state" CHECK ("milestones"."status" = any('{"planned","in_progress","complete"}'::text[]));--> statement-breakpoint
ALTER TABLE "scope_proposals" ADD CONSTRAINT "scope_proposals_state" CHECK ("scope_proposals"."status" = any('{"draft","sent","approved","rejected"}'::text[]));--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_stage" CHECK ("engagements"."stage" = any('{"triage","scope_pack","sow","delivery","handover","ongoing","closed"}'::text[]));--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_state" CHECK ("engagements"."status" = any('{"on_track","at_risk","blocked","completed"}'::text[]));--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_kind" CHECK ("inquiries"."kind" = any('{"consulting","training"}'::text[]));--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_state" CHECK ("inquiries"."status" = any('{"new","triaged","converted","closed"}'::text[]));--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_mode" CHECK ("inquiries"."mode" = any('{"remote","hybrid","on-site"}'::text[]));--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_standing" CHECK ("organizations"."standing" = any('{"prospect","client","internal"}'::text[]));--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_purchase" CHECK ("services"."purchase_type" = any('{"scope","deposit"}'::text[]));--> statement-breakpoint
ALTER TABLE "user_tokens" ADD CONSTRAINT "user_tokens_purpose" CHECK ("user_tokens"."purpose" = any('{"verify_email","reset_password","set_password"}'::text[]));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_theme" CHECK ("users"."theme" = any('{"system","light","dark"}'::text[]));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_density" CHECK ("users"."density" = any('{"comfortable","compact"}'::text[]));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_account_role" CHECK ("users"."account_role" = any('{"user","freelancer","client"}'::text[]));--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_type" CHECK ("items"."item_type" = any('{"image","video","audio","document","collection"}'::text[]));--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_actor" CHECK ("journal_entries"."actor_kind" = any('{"user","apiKey","visitor","webhook","system"}'::text[]));--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_channel" CHECK ("outbox_messages"."channel" = any('{"email","whatsapp","sms"}'::text[]));--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_status" CHECK ("outbox_messages"."status" = any('{"queued","sent","failed","skipped"}'::text[]));--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_trigger" CHECK ("outbox_messages"."trigger" = any('{"binder_received","binder_approaching_sla","binder_overdue","binder_ready_for_pickup","manual_payment_reminder"}'::text[]));--> statement-breakpoint
ALTER TABLE "oauth_links" ADD CONSTRAINT "oauth_links_provider" CHECK ("oauth_links"."provider" = any('{"google","github"}'::text[]));--> statement-breakpoint
ALTER TABLE "oauth_requests" ADD CONSTRAINT "oauth_requests_provider" CHECK ("oauth_requests"."provider" = any('{"google","github"}'::text[]));--> statement-breakpoint
ALTER TABLE "binders" ADD CONSTRAINT "binders_state" CHECK ("binders"."status" = any('{"in_office","ready_for_pickup","returned"}'::text[]));--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_type" CHECK ("charges"."charge_type" = any('{"retainer","one_time"}'::text[]));--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_state" CHECK ("charges"."status" = any('{"draft","issued","paid","canceled"}'::text[]));--> statement-breakpoint
ALTER TABLE "office_clients" ADD CONSTRAINT "office_clients_type" CHECK ("office_clients"."client_type" = any('{"osek_patur","osek_murshe","company","employee"}'::text[]));--> statement-breakpoint
ALTER TABLE "office_clients" ADD CONSTRAINT "office_clients_state" CHECK ("office_clients"."status" = any('{"active","frozen","closed"}'::text[]));--> statement-breakpoint
ALTER TABLE "reminder_runs" ADD CONSTRAINT "reminder_runs_state" CHECK ("reminder_runs"."status" = any('{"running","completed","completed_with_errors"}'::text[]));--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_device" CHECK ("passkeys"."device_type" = any('{"platform","cross-platform"}'::text[]));--> statement-breakpoint
ALTER TABLE "webauthn_challenges" ADD CONSTRAINT "webauthn_challenges_kind" CHECK ("webauthn_challenges"."kind" = any('{"registration","authentication"}'::text[]));--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_purchase_type" CHECK ("orders"."purchase_type" = any('{"deposit","enrollment"}'::text[]));--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_status" CHECK ("orders"."status" = any('{"pending","paid","expired","failed","refunded"}'::text[]));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_method" CHECK ("payments"."method" = any('{"cash","card","bank_transfer","check","stripe"}'::text[]));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_purpose" CHECK ("payments"."purpose" = any('{"invoice","order","setup_fee","weekly","refund","intent","item","guest"}'::text[]));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_status" CHECK ("payments"."status" = any('{"pending","succeeded","failed"}'::text[]));--> statement-breakpoint
ALTER TABLE "permission_tuples" ADD CONSTRAINT "permission_tuples_namespace" CHECK ("permission_tuples"."namespace" = any('{"organization","project","document","invoice"}'::text[]));--> statement-breakpoint
ALTER TABLE "permission_tuples" ADD CONSTRAINT "permission_tuples_subject_kind" CHECK ("permission_tuples"."subject_namespace" = any('{"user","organization","project","document","invoice"}'::text[]));--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_kind" CHECK ("invoice_lines"."kind" = any('{"labor","part","other"}'::text[]));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_kind" CHECK ("invoices"."kind" = any('{"invoice","credit_note","engagement","studio"}'::text[]));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_series" CHECK ("invoices"."series" = any('{"quote","invoice","credit_note","portal","studio"}'::text[]));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_status_word" CHECK ("invoices"."status" = any('{"draft","sent","paid","cancelled"}'::text[]));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_method" CHECK ("invoices"."payment_method" = any('{"cash","card","bank_transfer","check","stripe"}'::text[]));--> statement-breakpoint
ALTER TABLE "number_counters" ADD CONSTRAINT "number_counters_series" CHECK ("number_counters"."series" = any('{"quote","invoice","credit_note","portal","studio"}'::text[]));--> statement-breakpoint
ALTER TABLE "quote_lines" ADD CONSTRAINT "quote_lines_kind" CHECK ("quote_lines"."kind" = any('{"labor","part","other"}'::text[]));--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_status_word" CHECK ("quotes"."status" = any('{"draft","sent","accepted","rejected"}'::text[]));--> statement-breakpoint
ALTER TABLE "guest_prices" ADD CONSTRAINT "guest_prices_feature" CHECK ("guest_prices"."feature" = any('{"ai-create","collaboration","file-sharing","video-studio"}'::text[]));--> statement-breakpoint
ALTER TABLE "guest_prices" ADD CONSTRAINT "guest_prices_duration" CHECK ("guest_prices"."duration" = any('{"1 hour","24 hours","7 days","1 month"}'::text[]));--> statement-breakpoint
ALTER TABLE "guest_sessions" ADD CONSTRAINT "guest_sessions_feature" CHECK ("guest_sessions"."feature" = any('{"ai-create","collaboration","file-sharing","video-studio"}'::text[]));--> statement-breakpoint
ALTER TABLE "guest_sessions" ADD CONSTRAINT "guest_sessions_duration" CHECK ("guest_sessions"."duration" = any('{"1 hour","24 hours","7 days","1 month"}'::text[]));--> statement-breakpoint
ALTER TABLE "guest_sessions" ADD CONSTRAINT "guest_sessions_status" CHECK ("guest_sessions"."status" = any('{"pending","active"}'::text[]));--> statement-breakpoint
ALTER TABLE "identity_providers" ADD CONSTRAINT "identity_providers_kind" CHECK ("identity_providers"."kind" = any('{"saml","oidc"}'::text[]));--> statement-breakpoint
ALTER TABLE "identity_providers" ADD CONSTRAINT "identity_providers_status" CHECK ("identity_providers"."status" = any('{"active","inactive"}'::text[]));--> statement-breakpoint
ALTER TABLE "identity_providers" ADD CONSTRAINT "identity_providers_role" CHECK ("identity_providers"."default_role" = any('{"admin","manager","member","accountant"}'::text[]));--> statement-breakpoint
ALTER TABLE "sso_requests" ADD CONSTRAINT "sso_requests_kind" CHECK ("sso_requests"."kind" = any('{"saml","oidc"}'::text[]));--> statement-breakpoint
ALTER TABLE "stripe_events" ADD CONSTRAINT "stripe_events_status" CHECK ("stripe_events"."status" = any('{"processed","failed","unmatched"}'::text[]));--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_state" CHECK ("projects"."status" = any('{"planning","in_progress","completed","on_hold"}'::text[]));--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_priority" CHECK ("projects"."priority" = any('{"low","medium","high"}'::text[]));--> statement-breakpoint
ALTER TABLE "talent_profiles" ADD CONSTRAINT "talent_profiles_state" CHECK ("talent_profiles"."status" = any('{"NEW","REVIEWED","APPROVED","ARCHIVED"}'::text[]));--> statement-breakpoint
ALTER TABLE "talent_profiles" ADD CONSTRAINT "talent_profiles_contact_state" CHECK ("talent_profiles"."contact_status" = any('{"NOT_CONTACTED","CONTACTED","RESPONDED","ONBOARDED"}'::text[]));--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_role" CHECK ("invitations"."role" = any('{"owner","admin","manager","member","accountant","client_admin","client","learner","host","program_holder","freelancer"}'::text[]));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_role" CHECK ("members"."role" = any('{"owner","admin","manager","member","accountant","client_admin","client","learner","host","program_holder","freelancer"}'::text[]));--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_plan" CHECK ("tenants"."plan" = any('{"free","starter","pro","enterprise"}'::text[]));--> statement-breakpoint
ALTER TABLE "progress_entries" ADD CONSTRAINT "progress_entries_source" CHECK ("progress_entries"."source" = any('{"timeclock","checkin","manual"}'::text[]));--> statement-breakpoint
ALTER TABLE "progress_entries" ADD CONSTRAINT "progress_entries_status" CHECK ("progress_entries"."status" = any('{"submitted","verified","disputed"}'::text[]));--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_state" CHECK ("partners"."status" = any('{"pending","active","inactive","suspended"}'::text[]));--> statement-breakpoint
ALTER TABLE "enrollment_cases" ADD CONSTRAINT "enrollment_cases_type" CHECK ("enrollment_cases"."type" = any('{"refund","dispute","second_payment","payment_mismatch"}'::text[]));--> statement-breakpoint
ALTER TABLE "enrollment_cases" ADD CONSTRAINT "enrollment_cases_state" CHECK ("enrollment_cases"."status" = any('{"open","closed"}'::text[]));--> statement-breakpoint
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "enrollment_documents_type" CHECK ("enrollment_documents"."document_type" = any('{"government_id","social_security_card","birth_certificate","high_school_diploma","ged_certificate","background_check","tb_test","clinical_clearance","credential_certificate","cosmetology_license","barber_license","proof_of_residency","w4_form","i9_form","direct_deposit_form","other"}'::text[]));--> statement-breakpoint
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "enrollment_documents_state" CHECK ("enrollment_documents"."status" = any('{"pending_review","approved","rejected"}'::text[]));--> statement-breakpoint
ALTER TABLE "enrollment_overrides" ADD CONSTRAINT "enrollment_overrides_action" CHECK ("enrollment_overrides"."action" = any('{"CLOCK_IN","CLOCK_OUT","PWA_CHECKIN","LOG_HOURS","ACCESS_COURSES"}'::text[]));--> statement-breakpoint
ALTER TABLE "identity_verifications" ADD CONSTRAINT "identity_verifications_state" CHECK ("identity_verifications"."status" = any('{"pending","approved","failed"}'::text[]));--> statement-breakpoint
ALTER TABLE "licenses" ADD CONSTRAINT "licenses_state" CHECK ("licenses"."status" = any('{"trial","active","past_due","suspended","canceled","expired"}'::text[]));--> statement-breakpoint
ALTER TABLE "training_alerts" ADD CONSTRAINT "training_alerts_severity" CHECK ("training_alerts"."severity" = any('{"info","warning","high"}'::text[]));--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_state" CHECK ("applications"."status" = any('{"submitted","payment_pending","paid","withdrawn","rejected"}'::text[]));--> statement-breakpoint
ALTER TABLE "apprentices" ADD CONSTRAINT "apprentices_state" CHECK ("apprentices"."status" = any('{"active","suspended","completed","withdrawn"}'::text[]));--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_source" CHECK ("enrollments"."source" = any('{"checkout","import"}'::text[]));--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_progress" CHECK ("enrollments"."progress_state" = any('{"enrolled_pending_orientation","orientation_complete","documents_pending","active_enrolled","active_in_good_standing","completed"}'::text[]));--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_hold" CHECK ("enrollments"."hold_reason" = any('{"refund","dispute","manual"}'::text[]));--> statement-breakpoint
ALTER TABLE "vehicle_readings" ADD CONSTRAINT "vehicle_readings_source" CHECK ("vehicle_readings"."source" = any('{"manual","service","ocr","correction"}'::text[]));--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_state" CHECK ("webhook_deliveries"."status" = any('{"pending","retrying","success","failed"}'::text[]));--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_event_word" CHECK ("webhook_deliveries"."event" = any('{"client.created","client.updated","client.deleted","project.created","project.updated","project.completed","project.archived","invoice.created","invoice.sent","invoice.paid","invoice.overdue","invoice.payment_failed","payment.succeeded","payment.failed","ping"}'::text[]));