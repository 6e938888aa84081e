"""The due list: whose treatment wants attention now, of all people of a record."""
