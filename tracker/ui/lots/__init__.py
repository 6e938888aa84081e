"""Lots: who had one."""
