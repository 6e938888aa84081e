"""The practice: the list of clients, the rail at its side, and the head of a client's record."""
