"""Every sentence that a person reads, made from plain values; shared by screens, pages and verbs."""
