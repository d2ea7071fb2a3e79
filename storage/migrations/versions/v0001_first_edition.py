"""Every table of the first edition."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

DOORS = ("answers", "action_events", "handings", "told_counts")
NO_DOOR = ("audit",)


def upgrade() -> None:
    make_tables()
    if op.get_bind().dialect.name == "sqlite":
        append_only_on_sqlite()
    else:
        append_only_on_postgresql()


def append_only_on_sqlite() -> None:
    for table in (*DOORS, *NO_DOOR):
        closed = f"WHEN NOT EXISTS (SELECT 1 FROM purging WHERE name = '{table}')" if table in DOORS else ""
        for change in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change} BEFORE {change} ON {table} {closed} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def append_only_on_postgresql() -> None:
    for name, closed in {
        "append_only": "NOT EXISTS (SELECT 1 FROM purging WHERE name = TG_TABLE_NAME)",
        "append_only_always": "true",
    }.items():
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {closed} THEN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END IF; "
            "RETURN NULL; END $$"
        )
    for table in (*DOORS, *NO_DOOR):
        guard = "append_only" if table in DOORS else "append_only_always"
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {guard}()"
        )


def make_tables() -> None:
    op.create_table(
        "known_keys",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("proof", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_known_keys"),
    )
    op.create_table(
        "purging",
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_purging"),
    )
    op.create_table(
        "requests",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_requests"),
    )
    op.create_index("ix_requests_at", "requests", ["at"])
    op.create_table(
        "once",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_once"),
    )
    op.create_index("ix_once_until", "once", ["until"])
    op.create_table(
        "installations",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("bot_id", sa.Text(), nullable=False),
        sa.Column("bot_user", sa.Text(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("installed_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed_token", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_installations"),
        sa.UniqueConstraint("team", name="uq_installations_team"),
    )
    op.create_table(
        "conversations",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("tenant", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("service_url", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_conversations"),
        sa.UniqueConstraint("tenant", "id", name="uq_conversations_tenant_id"),
    )
    op.create_index("ix_conversations_person", "conversations", ["person"])
    op.create_table(
        "services",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("slack_team", sa.Text(), nullable=True),
        sa.Column("teams_tenant", sa.Text(), nullable=True),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_services"),
        sa.UniqueConstraint("name", name="uq_services_name"),
        sa.UniqueConstraint("slack_team", name="uq_services_slack_team"),
        sa.UniqueConstraint("teams_tenant", name="uq_services_teams_tenant"),
    )
    op.create_table(
        "accounts",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("chat_id", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("guest", sa.Boolean(), nullable=False),
        sa.Column("barred", sa.Boolean(), nullable=False),
        sa.Column("sealed_name", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["services.uid"], name="fk_accounts_service_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_accounts"),
        sa.UniqueConstraint("service_id", "chat", "chat_id", name="uq_accounts_service_id_chat_chat_id"),
    )
    op.create_table(
        "audit",
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["services.uid"], name="fk_audit_service_id"),
        sa.PrimaryKeyConstraint("service_id", "seq", name="pk_audit"),
    )
    op.create_table(
        "audit_heads",
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["services.uid"], name="fk_audit_heads_service_id"),
        sa.PrimaryKeyConstraint("service_id", name="pk_audit_heads"),
    )
    op.create_table(
        "cases",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("sealed_first_name", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("created", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["services.uid"], name="fk_cases_service_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_cases"),
        sa.UniqueConstraint("reference", name="uq_cases_reference"),
        sa.UniqueConstraint("channel", name="uq_cases_channel"),
    )
    op.create_index("ix_cases_service_id", "cases", ["service_id"])
    op.create_table(
        "actions",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("sealed_what", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_words", sa.LargeBinary(), nullable=False),
        sa.Column("progress", sa.String(40), nullable=False),
        sa.Column("closes", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("finds_out", sa.Text(), nullable=False),
        sa.Column("for_child", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("changed", sa.Date(), nullable=True),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_actions_case_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_actions"),
        sa.UniqueConstraint("case_id", "id", name="uq_actions_case_id_id"),
    )
    op.create_index("ix_actions_progress_due", "actions", ["progress", "due"])
    op.create_table(
        "clashes",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kept_version", sa.Integer(), nullable=False),
        sa.Column("typed_by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disagreed", sa.Boolean(), nullable=False),
        sa.Column("settled_by", sa.Uuid(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sealed_pending", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_clashes_case_id"),
        sa.ForeignKeyConstraint(["settled_by"], ["accounts.uid"], name="fk_clashes_settled_by"),
        sa.ForeignKeyConstraint(["typed_by"], ["accounts.uid"], name="fk_clashes_typed_by"),
        sa.PrimaryKeyConstraint("uid", name="pk_clashes"),
    )
    op.create_index("ix_clashes_case_id", "clashes", ["case_id"])
    op.create_table(
        "invitations",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("code_mac", sa.LargeBinary(), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_by", sa.Uuid(), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_invitations_case_id"),
        sa.ForeignKeyConstraint(["used_by"], ["accounts.uid"], name="fk_invitations_used_by"),
        sa.PrimaryKeyConstraint("uid", name="pk_invitations"),
        sa.UniqueConstraint("code_mac", name="uq_invitations_code_mac"),
    )
    op.create_index("ix_invitations_case_id", "invitations", ["case_id"])
    op.create_table(
        "meetings",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("opened", sa.Boolean(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_meetings_case_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_meetings"),
        sa.UniqueConstraint("case_id", "id", name="uq_meetings_case_id_id"),
    )
    op.create_table(
        "people",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("sealed_name", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_organisation", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_phone", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_gets_sheet", sa.LargeBinary(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("evenings", sa.Boolean(), nullable=False),
        sa.Column("lead", sa.Boolean(), nullable=False),
        sa.Column("sees", sa.Text(), nullable=False),
        sa.Column("sealed_contact", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.uid"], name="fk_people_account_id"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_people_case_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_people"),
        sa.UniqueConstraint("case_id", "id", name="uq_people_case_id_id"),
    )
    op.create_index("ix_people_account_id", "people", ["account_id"])
    op.create_table(
        "posts",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed_body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_posts_case_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_posts"),
    )
    op.create_index("ix_posts_case_id", "posts", ["case_id"])
    op.create_table(
        "deliveries",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("living", sa.Boolean(), nullable=False),
        sa.Column("drawn", sa.Integer(), nullable=False),
        sa.Column("sent_as", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sending", sa.Boolean(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_deliveries_case_id"),
        sa.ForeignKeyConstraint(["post_id"], ["posts.uid"], name="fk_deliveries_post_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_deliveries"),
    )
    op.create_index("ix_deliveries_case_id", "deliveries", ["case_id"])
    op.create_table(
        "notices",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("sent_as", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sending", sa.Boolean(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("sealed_body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.uid"], name="fk_notices_account_id"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_notices_case_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_notices"),
        sa.UniqueConstraint("account_id", "key", name="uq_notices_account_id_key"),
    )
    op.create_index("ix_notices_case_id", "notices", ["case_id"])
    op.create_table(
        "drafts",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed_form", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.uid"], name="fk_drafts_account_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_drafts"),
    )
    op.create_index("ix_drafts_account_id", "drafts", ["account_id"])
    op.create_table(
        "waivers",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("by_manager", sa.Boolean(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("sealed_words", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_waivers_case_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_waivers"),
    )
    op.create_index("ix_waivers_case_id", "waivers", ["case_id"])
    op.create_table(
        "action_events",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("action_uid", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("sealed_words", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("progress", sa.String(40), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.uid"], name="fk_action_events_account_id"),
        sa.ForeignKeyConstraint(["action_uid"], ["actions.uid"], name="fk_action_events_action_uid"),
        sa.PrimaryKeyConstraint("uid", name="pk_action_events"),
    )
    op.create_index("ix_action_events_action_uid", "action_events", ["action_uid"])
    op.create_table(
        "answers",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("typed_by", sa.Uuid(), nullable=False),
        sa.Column("sealed_answer", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "meeting_id"],
            ["meetings.case_id", "meetings.id"],
            name="fk_answers_case_id_meeting_id",
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_answers_case_id"),
        sa.ForeignKeyConstraint(["typed_by"], ["accounts.uid"], name="fk_answers_typed_by"),
        sa.PrimaryKeyConstraint("uid", name="pk_answers"),
    )
    op.create_index("ix_answers_case_id_version", "answers", ["case_id", "version"])
    op.create_table(
        "wording_keys",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("sealed_key", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["services.uid"], name="fk_wording_keys_service_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_wording_keys"),
        sa.UniqueConstraint("service_id", name="uq_wording_keys_service_id"),
    )
    op.create_table(
        "wording_marks",
        sa.Column("answer_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answers.uid"], name="fk_wording_marks_answer_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("answer_id", "place", name="pk_wording_marks"),
    )
    op.create_index("ix_wording_marks_mark_answer_id", "wording_marks", ["mark", "answer_id"])
    op.create_table(
        "plan_versions",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed_plan", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "meeting_id"],
            ["meetings.case_id", "meetings.id"],
            name="fk_plan_versions_case_id_meeting_id",
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_plan_versions_case_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_plan_versions"),
        sa.UniqueConstraint("case_id", "number", name="uq_plan_versions_case_id_number"),
    )
    op.create_table(
        "told_counts",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("sealed_counts", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["services.uid"], name="fk_told_counts_service_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_told_counts"),
        sa.UniqueConstraint(
            "service_id", "measure", "starts", name="uq_told_counts_service_id_measure_starts"
        ),
    )
    op.create_table(
        "replies",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("comes", sa.String(40), nullable=False),
        sa.Column("sealed_words", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "meeting_id"],
            ["meetings.case_id", "meetings.id"],
            name="fk_replies_case_id_meeting_id",
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_replies_case_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_replies"),
        sa.UniqueConstraint(
            "case_id", "meeting_id", "person_id", name="uq_replies_case_id_meeting_id_person_id"
        ),
    )
    op.create_table(
        "handings",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("how", sa.String(40), nullable=False),
        sa.Column("giver", sa.Text(), nullable=False),
        sa.Column("wrong_by", sa.Text(), nullable=False),
        sa.Column("sealed_wrong_because", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "meeting_id"],
            ["meetings.case_id", "meetings.id"],
            name="fk_handings_case_id_meeting_id",
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.uid"], name="fk_handings_case_id"),
        sa.PrimaryKeyConstraint("uid", name="pk_handings"),
    )
    op.create_index("ix_handings_case_id", "handings", ["case_id"])
