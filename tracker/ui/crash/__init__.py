"""What happens when the program itself is at fault: a report without personal data, a calm word, and on it goes."""
