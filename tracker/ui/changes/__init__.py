"""The record's history on screen and on paper: who changed what, when, from which value to which."""
