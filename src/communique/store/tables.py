"""The tables. A change here needs a migration in ``store/migrations/versions``."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = String(32)

versions = Table(
    "versions",
    metadata,
    Column("id", ID, primary_key=True),
    Column("communique", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("knowledge", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", ID, primary_key=True),
    Column("source", Text, nullable=False),
    Column("outlet", Text),
    Column("agency", Text),
    Column("language", String(8), nullable=False),
    Column("title", Text),
    Column("published", Date),
    Column("published_begin", Date),
    Column("published_end", Date),
    Column("certain", Boolean, nullable=False),
    Column("version", ID, ForeignKey("versions.id"), nullable=False),
    Column("folded", Text, nullable=False),
    Index("ix_articles_published", "published"),
)

codings = Table(
    "codings",
    metadata,
    Column("article", ID, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("version", ID, ForeignKey("versions.id"), primary_key=True),
    Column("coded", Text, nullable=False),
)

inputs = Table(
    "inputs",
    metadata,
    Column("fingerprint", ID, primary_key=True),
    Column("version", ID, ForeignKey("versions.id"), primary_key=True),
    Column("source", Text, nullable=False),
    Column("article", ID, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
)

failures = Table(
    "failures",
    metadata,
    Column("id", ID, primary_key=True),
    Column("source", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("where", Text, nullable=False),
    Column("hint", Text, nullable=False),
    Index("ix_failures_source", "source"),
)

reports = Table(
    "reports",
    metadata,
    Column("id", ID, primary_key=True),
    Column("article", ID, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("type", String(16), nullable=False),
    Column("mode", String(32)),
    Column("status", String(16), nullable=False),
    Column("begin", Date),
    Column("end", Date),
    Column("place", Text),
    Column("country", String(3)),
    Column("start", Integer, nullable=False),
    Column("account", Text, nullable=False),
    Index("ix_reports_article", "article"),
)

mentions = Table(
    "mentions",
    metadata,
    Column("report", ID, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("rule", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", ID, primary_key=True),
    Column("type", String(16), nullable=False),
    Column("mode", String(32)),
    Column("status", String(16), nullable=False),
    Column("begin", Date),
    Column("end", Date),
    Column("voices", Integer, nullable=False),
    Column("shape", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("folded_place", Text, nullable=False),
    Index("ix_events_begin", "begin"),
    Index("ix_events_type", "type"),
)

event_reports = Table(
    "event_reports",
    metadata,
    Column("event", ID, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("report", ID, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    UniqueConstraint("report"),
)

parties = Table(
    "parties",
    metadata,
    Column("event", ID, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", String(16), nullable=False),
    Column("name", Text),
    Column("country", String(3)),
    Column("wikidata", String(24)),
    Column("folded", Text, nullable=False),
    Index("ix_parties_country", "country"),
)

statements = Table(
    "statements",
    metadata,
    Column("id", ID, primary_key=True),
    Column("article", ID, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("speaker", Text),
    Column("speaker_country", String(3)),
    Column("addressee", Text),
    Column("addressee_country", String(3)),
    Column("kind", String(16), nullable=False),
    Column("channel", Text),
    Column("start", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("cue", Text),
    Column("folded", Text, nullable=False),
    Column("folded_parties", Text, nullable=False),
    Index("ix_statements_article", "article"),
)
