"""The History tab: every entry of one person, filtered, sorted, searched, shown in lanes, in a table and in detail."""
