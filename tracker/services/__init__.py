"""What a person can do, one class per subject; a public method is one transaction."""
