"""Many articles: workers, budgets, resumption, and failures as records."""

from communique.run.many import Added, add_pages, code_many
from communique.run.one import Coder, CoderMaker, code_safely

__all__ = ["Added", "Coder", "CoderMaker", "add_pages", "code_many", "code_safely"]
