"""No one in: the page before an encrypted record, the lock, and what is to be known of passphrases."""
