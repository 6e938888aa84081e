"""The first screen of an empty record, and the screen of a record that could not be opened."""
