"""The command line: one verb a capability."""

from communique.cli.app import main

__all__ = ["main"]
