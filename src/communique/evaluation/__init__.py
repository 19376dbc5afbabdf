"""Coded articles held against gold annotations: what is right, what is missed, and why."""
