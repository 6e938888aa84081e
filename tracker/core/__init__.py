"""Rules and values: records, drafts, catalogue, spacing, progress. Standard library only."""
