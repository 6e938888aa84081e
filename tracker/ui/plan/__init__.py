"""The Plan tab: the coming weeks, the orders that fit, an event to plan for, and the rules behind the dates."""
